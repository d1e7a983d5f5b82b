import type { ImageHeader, MediaType, Orientation, Size } from "../shared/types.js";
import type { ByteReader } from "./byte-reader.js";
import type { Colours } from "./icc/colours.js";
import type { Normalize } from "./piece.js";
import type { Problem } from "./problem.js";
import type { Stripped, StripOptions } from "./stripped.js";

/** What a file's header says; `width` and `height` as stored, before `orientation` is applied. */
export interface StoredHeader extends Size, Pick<ImageHeader, "orientation" | "frames" | "alpha"> {}

/**
 * `undefined`: the signature is right, but no size can be read. Every loop is bounded, by a count or by the bytes it moves past.
 */
export type ReadStoredHeader = (reader: ByteReader, mediaType: MediaType) => Promise<StoredHeader | undefined>;

/**
 * All that is known about one file format. Each folder beside this file exports one, and `registry.ts` lists them. An optional
 * part is left out if it does not apply to the format, or needs decoding. All functions are pure functions of the file's bytes.
 */
export interface Format {
  /**
   * The types that `sniff` may return. Their names and extensions are in `shared/media-types.ts`, since the main thread needs
   * them too.
   */
  mediaTypes: readonly MediaType[];
  /** By signature. `head`: the first 65,536 bytes of the file, or all of it. */
  sniff: (head: Uint8Array) => MediaType | undefined;
  header: ReadStoredHeader;
  /**
   * Whether the file ends before its (first) picture does. Anything after the picture does not matter. Truncation is judged in
   * three places, each more costly than the one before: here, by the end of the file; in `problem`, by its structure; in
   * `verifyComplete`, by its pixels. `findProblem` of the registry asks the first two, `pipeline/verify-complete.ts` the third.
   */
  isTruncated?: (reader: ByteReader) => Promise<boolean>;
  /**
   * A problem in the structure of a file that does not end early; `truncated` if pixels are missing all the same (a PNG without
   * any).
   */
  problem?: (reader: ByteReader) => Promise<Problem | undefined>;
  normalize?: Normalize;
  /** A small picture that is in the file, upright, as a JPEG of its own. */
  thumbnail?: (reader: ByteReader, header: StoredHeader) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Lossless removal of metadata; `undefined`: not possible for this file. */
  strip?: (bytes: Uint8Array<ArrayBuffer>, options: StripOptions) => Stripped | undefined;
  /** For formats that some browser reads as sRGB whatever the file says. */
  colours?: (reader: ByteReader) => Promise<Colours | undefined>;
  /** For formats of which some browser draws damaged files in part without an error. */
  verifyComplete?: VerifyComplete;
  /** Appended to a truncated file that is accepted: browsers that show nothing of it then show what there is. */
  endMarker?: Uint8Array<ArrayBuffer>;
  /** A file of another format that is built on this one, with its article: "a camera raw (DNG)". */
  foreign?: (head: Uint8Array) => string | undefined;
  /** The message that rejects every file of the format unless the app decodes it: why, and what to do. */
  unsupported?: string;
  facts?: FormatFacts;
}

export interface FormatFacts {
  /** Only some browsers decode the format, and there is no probe for it: a file that fails to decode may be intact. */
  isRare?: boolean;
  /** If the header says that there is no alpha, there is none. */
  isOpacityCertain?: boolean;
  /** Every decoder gives the size that the header states. `"upright"`: only for files that need no rotation. */
  isSizeCertain?: "always" | "upright";
  /** A file need not state a size: its header is read as 0x0. */
  mayLackSize?: boolean;
}

export interface VerifyComplete {
  /**
   * Which part of the pixels is missing or damaged; `undefined`: none, or unknown. `drawn` is aborted when the decoder has drawn
   * the last row.
   */
  findMissing: (reader: ByteReader, drawn?: AbortSignal) => Promise<Problem | undefined>;
  /** An incomplete picture. A browser that decodes it cannot be trusted with other incomplete ones. */
  incompleteSample: () => { bytes: Uint8Array<ArrayBuffer>; size: Size };
}

/** EXIF's eight values; anything else means upright, as it does to browsers. */
export function asOrientation(value: number | undefined): Orientation {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= 8 ? (value as Orientation) : 1;
}
