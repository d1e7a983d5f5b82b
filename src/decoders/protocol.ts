/** What a decoder's page side and its worker say to each other. Pixels are moved, files travel by reference. */
import type { PlainImageError } from "../pipeline/prepare-job.js";
import type { DecodeContext, DecodeProgress, PageList } from "../shared/app-codecs.js";

/** What is asked of a decoder, as plain data. `setup`: whatever it was set up with. */
export interface DecodeRequest extends Pick<DecodeContext, "header" | "page" | "maxPixels" | "box" | "truncated"> {
  setup: unknown;
}

/** What a decoder tells while it works. */
export type DecodeReport = Pick<DecodeContext, "onProgress" | "onTruncated">;

/** What decodes, wherever it runs: in its worker, or on the page where no worker may run. */
export interface DecoderWork {
  pages?: (file: Blob, setup: unknown) => Promise<PageList>;
  /** Throws `ImageError`, or anything for a damaged file. */
  decode: (file: Blob, request: DecodeRequest, report: DecodeReport) => Promise<Blob | ImageBitmap | ImageData>;
}

export type ToDecoder =
  | { type: "pages"; id: number; file: Blob; setup: unknown }
  | { type: "decode"; id: number; file: Blob; request: DecodeRequest };

export type FromDecoder =
  /** First word of every worker. `version`: of the package it was built from. */
  | { type: "hello"; version: string }
  | { type: "progress"; id: number; progress: DecodeProgress }
  | { type: "truncated"; id: number; why: string }
  | { type: "done"; id: number; value: unknown }
  | { type: "failed"; id: number; error: PlainImageError };
