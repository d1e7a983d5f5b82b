/** The messages between a decoder's page side and its worker. Pixels are transferred, files are passed by reference. */
import type { PlainImageError } from "../pipeline/prepare-job.js";
import type { DecodeContext, DecodeProgress, PageList } from "../shared/app-codecs.js";
import type { Hello } from "../shared/greeting.js";

/** The request about a file, as plain data. */
export interface FileRequest {
  /** The same for each page of a file; a file arrives as a new object each time. */
  fileId: number;
  password: string | undefined;
  /** The decoder's settings. */
  setup: unknown;
}

export interface DecodeRequest
  extends FileRequest, Pick<DecodeContext, "header" | "page" | "maxPixels" | "box" | "truncated"> {}

/** What a decoder reports while it works. */
export type DecodeReport = Pick<DecodeContext, "onProgress" | "onTruncated">;

/** Decodes, wherever it runs: in its worker, or on the page if no worker may run. */
export interface DecoderWork {
  pages?: (file: Blob, request: FileRequest, onProgress: (progress: DecodeProgress) => void) => Promise<PageList>;
  /** Throws `ImageError`, or anything for a damaged file. */
  decode: (file: Blob, request: DecodeRequest, report: DecodeReport) => Promise<Blob | ImageBitmap | ImageData>;
}

export type ToDecoder =
  | { type: "pages"; id: number; file: Blob; request: FileRequest }
  | { type: "decode"; id: number; file: Blob; request: DecodeRequest };

export type FromDecoder =
  | Hello
  | { type: "progress"; id: number; progress: DecodeProgress }
  | { type: "truncated"; id: number; why: string }
  | { type: "done"; id: number; value: unknown }
  /** Those of a page, RGBA in sRGB. */
  | { type: "pixels"; id: number; width: number; height: number; data: Uint8ClampedArray<ArrayBuffer> }
  /** `isCrash`: the decoder must not be used again. */
  | { type: "failed"; id: number; error: PlainImageError; isCrash: boolean };
