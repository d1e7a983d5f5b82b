/** What a decoder's page side and its worker say to each other. Pixels are moved, files travel by reference. */
import type { PlainImageError } from "../pipeline/prepare-job.js";
import type { DecodeContext, DecodeProgress, PageList } from "../shared/app-codecs.js";
import type { Hello } from "../shared/greeting.js";

/** What is asked of a file, as plain data. */
export interface FileRequest {
  /** The same for each page of a file; a file arrives as another object each time. */
  fileId: number;
  password: string | undefined;
  /** Whatever the decoder is set up with. */
  setup: unknown;
}

export interface DecodeRequest
  extends FileRequest, Pick<DecodeContext, "header" | "page" | "maxPixels" | "box" | "truncated"> {}

/** What a decoder tells while it works. */
export type DecodeReport = Pick<DecodeContext, "onProgress" | "onTruncated">;

/** What decodes, wherever it runs: in its worker, or on the page where no worker may run. */
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
  /** `isCrash`: it must not be used again. */
  | { type: "failed"; id: number; error: PlainImageError; isCrash: boolean };
