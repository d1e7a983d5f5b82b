/** One file's job and its result, as plain data: both cross between page and worker as they are. */
import type { Attempt, Tried } from "./byte-search.js";
import type { EncodedFacts } from "./changes.js";
import type { Pixels } from "../pixels/encode-job.js";
import type { ImageErrorCode } from "../shared/errors.js";
import type { RowRange } from "../shared/pieces.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { CompressRequest } from "../shared/app-codecs.js";
import type { Change, ImageHeader, ImageSource, MediaType, SentMediaType, Size } from "../shared/types.js";

/**
 * The app's own `compress` and `decoders` stay on the page: functions cannot cross to a worker. A job that needs one of them ends with
 * that request, which frees its worker; the page calls the app and submits the same job again with the answer in `app`. No worker is held
 * while the app works, so the app may prepare images itself.
 */
export interface AppCode {
  /** Media types that the app decodes itself. */
  decodes: readonly MediaType[];
  /** Some of the app's decoders recognize files by their first bytes. */
  sniffs: boolean;
  /** The answer of their `sniff`; `undefined`: not called yet. */
  sniffed?: { mediaType: MediaType | undefined } | undefined;
  /** The wanted page of a file of several, counted from 1; `undefined`: the first. */
  page?: number | undefined;
  /** What its decoder returned: another file, or pixels, which are transferred with the job. `undefined`: not called yet. */
  decoded?: Blob | Pixels | undefined;
  /** What the decoder says is missing from the picture, since the file ends early. */
  truncated?: string | undefined;
  /** How many times those pixels were lost with a worker. */
  lost?: number | undefined;
  /** The app's `compress` takes the place of our encoder. */
  compresses: boolean;
  /** Its result, for which attempt, and earlier results, which were too large; `undefined`: not called yet. */
  compressed?: { file: Blob; attempt: Attempt; tried: readonly Tried[] } | undefined;
}

export interface PrepareJob {
  file: Blob;
  settings: PrepareSettings;
  app: AppCode;
  /**
   * The pieces that the picture is cut into. `"ask"`: if the settings say that it should be cut, the job ends with the number of
   * pieces.
   */
  pieces?: CutRequest | "ask" | undefined;
  /** Where it can be, the image comes with what it takes to write it again. */
  keepsPlanes?: boolean | undefined;
  /** What was kept of it: a lower limit on its bytes is met without its file, if its size may stay. It moves with the job. */
  rewritable?: Rewritable | undefined;
}

/** What it takes to write an image with a lower quality, without its file. */
export interface Rewritable {
  /** Of the picture as it was sent. */
  planes: Uint8Array<ArrayBuffer>;
  /** What it had with the quality of `facts`. */
  fileBytes: number;
  facts: Omit<EncodedFacts, "settings">;
  /** Changes from before it was encoded. */
  before: readonly Change[];
  file: Omit<EncodedFile, "bytes" | "changes" | "rewritable">;
}

/** A tall picture becomes several images, from top to bottom. */
export interface CutRequest {
  /** Size of the whole picture. */
  count: number;
  /** Cuts made before: the wanted pieces, counted from 1. `undefined`: all pieces; the cuts are yet to be found. */
  known?: readonly { piece: number; rows: RowRange }[] | undefined;
}

/** The finished bytes and all that is known of them. The page adds the rest: id, name, `Blob`, base64. */
export interface EncodedFile extends Size {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: SentMediaType;
  source: Omit<ImageSource, "name">;
  changes: readonly Change[];
  /** What decoded and encoded it, e.g. `"worker:jpeg-decoder"`; `"none"` when the original itself is sent. */
  backend: string;
  /** Where it was asked for, and our own encoder wrote it. */
  rewritable?: Rewritable | undefined;
}

/** An `ImageError` without its class, which structured cloning drops. */
export interface PlainImageError {
  code: ImageErrorCode;
  message: string;
  actual: number | string | undefined;
  limit: number | string | undefined;
  /** Name and message of what was thrown, or a detail in words. */
  cause: { name: string; message: string } | string | undefined;
}

export type PrepareResult =
  | { status: "prepared"; image: EncodedFile }
  /** It should be cut into `count` pieces. Nothing was decoded. */
  | { status: "split"; count: number; header: ImageHeader }
  | { status: "pieces"; images: EncodedFile[] }
  | { status: "rejected"; error: PlainImageError }
  /** We do not recognize the file, so the app's decoders are asked. `head`: its first bytes. */
  | { status: "sniff-by-app"; head: Uint8Array<ArrayBuffer> }
  /** The app's decoder for this media type is needed. */
  | { status: "decode-by-app"; header: ImageHeader }
  /** A worker failed with the pixels that were transferred to it: they must be made again. */
  | { status: "pixels-lost" }
  /** The app's `compress` is needed. `file`: what it should get, if not the original itself. */
  | {
      status: "compress-by-app";
      file: Blob | undefined;
      request: Omit<CompressRequest, "signal">;
      attempt: Attempt;
      tried: readonly Tried[];
    };
