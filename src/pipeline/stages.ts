/** The stages of a file in the pipeline. Types only: each step is a function of the stage before it. */
import type { ByteReader } from "../formats/byte-reader.js";
import type { Problem } from "../formats/problem.js";
import type { EncodePicture, Pixels } from "../pixels/encode-job.js";
import type { Plan } from "../shared/plan.js";
import type { RowRange } from "../shared/pieces.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { Change, ImageHeader, SentMediaType, Size } from "../shared/types.js";
import type { AppCode } from "./prepare-job.js";
import type { Repertoire } from "./repertoire.js";

/** Its size in bytes is acceptable, and it is open. */
export interface Received extends Repertoire {
  /** Of the original. */
  original: ByteReader;
  settings: PrepareSettings;
  app: AppCode;
  /** See `PrepareJob`. */
  keepsPlanes: boolean | undefined;
  encode: EncodePicture;
  signal: AbortSignal | undefined;
}

/** Its header is read and within the limits. */
export interface Inspected extends Received {
  originalHeader: ImageHeader;
}

/** Every browser reads it alike, and its structure has no problem, except a truncation that the app accepts. */
export interface Normalized extends Inspected {
  /** The header of the file that decoders get. */
  reader: ByteReader;
  header: ImageHeader;
  /** Given instead of what decoders would make of `reader`. */
  pixels?: Pixels | undefined;
  /** `undefined`: decoders get the original's own pixels. */
  by: "app" | "repair" | "cut" | "sheet" | undefined;
  /** What became of an animation, where the app asked for more than its first frame. */
  animationChange?: Change | undefined;
  /** For a picture that was cut. `width`: of the original. */
  piece?: { piece: number; of: number; rows: RowRange; width: number } | undefined;
  /** Set if the file is truncated and the app accepts that. */
  truncated: Problem | undefined;
}

/** The size to send is decided. */
export interface Planned extends Normalized {
  plan: Plan;
  /** The original without its metadata, if it may be sent itself. */
  stripped: StrippedFile | undefined;
}

/** Bytes that may be sent. */
export interface SentFile extends Size {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: SentMediaType;
}

export interface StrippedFile extends SentFile {
  /** The names of the metadata that was removed. */
  removed: string[];
}
