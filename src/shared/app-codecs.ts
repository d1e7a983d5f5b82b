/** The app's replacements for our encoder and decoders. Types only. */
import type { ImageHeader, MediaType, SentMediaType, Size } from "./types.js";

/** The request to a replacement compressor. `width` and `height` are upright and already fit the box. */
export interface CompressRequest extends Size {
  mediaType: SentMediaType;
  /** 0 to 1, as in canvas. */
  quality: number;
  /** Any CSS colour; fills transparent areas in a JPEG. */
  background: string;
  header: ImageHeader;
  signal: AbortSignal;
}

/**
 * Runs in place of our own encoder (an external compression service, say). Its result is checked like ours, and its metadata is
 * stripped. It should return upright pixels: a result with an EXIF orientation is rotated and encoded again, and rejected in Node.
 */
export type Compress = (file: Blob, request: CompressRequest) => Promise<Blob>;

/** How far a decoder is, for a person who waits. */
export type DecodeProgress =
  /** It waits for others before it: its time does not run until it tells of something else. */
  | { step: "wait" }
  /** Its code is being loaded. `bytes`: how large that is, gzipped, where it is known. */
  | { step: "load"; bytes?: number | undefined }
  /** `fraction`: 0 to 1, where it is known. */
  | { step: "decode"; fraction?: number | undefined };

/** What a file of several pages holds, read without decoding one. */
export interface PageList {
  /** Pages in the file, at least 1. */
  count: number;
  /** Upright sizes in pixels, as far as they are known: `sizes[0]` is that of page 1. The meter's estimate counts with them. */
  sizes?: readonly (Size | undefined)[] | undefined;
  /** Those that become images, counted from 1, in this order (a person's choice, say). @default all */
  chosen?: readonly number[] | undefined;
}

export interface DecodeContext {
  /** The header that this package reads from the file. If only `sniff` recognized the file, it says 0x0, orientation 1 and one frame. */
  header: ImageHeader;
  /** Fires on abort and when the time is up: what is at work must end then. */
  signal: AbortSignal;
  /** Counted from 1. */
  page: number;
  /** The picture may have at most this many pixels. */
  maxPixels: number;
  /** What the picture is made to fit, in pixels. One that could be made smaller at less cost need not be larger than to fill it twice. */
  box: Size;
  /** As a person gave it for this file. Without one, or for a wrong one, throw an `ImageError` `password-needed` or `password-wrong`. */
  password?: string | undefined;
  /** Each call begins the time limit anew; while it waits, none runs. */
  onProgress: (progress: DecodeProgress) => void;
  /** Of the app's options: whether the part of a file that ends early is wanted, if its picture can be decoded in part. */
  truncated: "reject" | "accept";
  /**
   * To be called where the picture lacks a part that the file does not hold. `why` completes the sentence "This TIFF is incomplete: ...".
   * It becomes a `truncated` change, or, under `truncated: "reject"`, the reason why the file is refused.
   */
  onTruncated: (why: string) => void;
}

/** As in `DecodeContext`. */
export type PagesContext = Pick<DecodeContext, "header" | "password" | "signal"> &
  Partial<Pick<DecodeContext, "onProgress">>;

/**
 * Teaches the pipeline formats that browsers do not decode. It is called on the main thread and does its work elsewhere. Formats that this
 * package tells by itself (HEIC, TIFF, JPEG XL ...; `KnownMediaType`) need `mediaTypes` and `decode` only; any other needs `sniff` too.
 */
export interface Decoder {
  /** Names it, e.g. `"tiff"`. */
  id?: string | undefined;
  /** The media types that it decodes. They are taken in by default; `limits.accept`, where it is given, must list them. */
  mediaTypes: readonly MediaType[];
  /** For the file picker, e.g. `["foo"]`. Those of known media types need not be named. */
  extensions?: readonly string[] | undefined;
  /**
   * Recognizes a file by its first bytes (`head`: 4,096 bytes, or all of a shorter file), and returns one of `mediaTypes`, or `undefined` for a
   * file that it does not know. Called in the order of the decoders, and only for files that this package does not recognize as an accepted
   * format. Names and `file.type` are not reliable, so they are not passed.
   */
  sniff?: ((head: Uint8Array) => MediaType | undefined) | undefined;
  /**
   * Counts the pages of a file, for formats that may have several: each becomes an image of the list. Asked before anything is decoded, and
   * held to the same time limit.
   */
  pages?: ((file: Blob, context: PagesContext) => Promise<PageList>) | undefined;
  /**
   * Resolves to the picture: pixels, which are upright, in sRGB (not every browser keeps the `colorSpace` of `ImageData`) and are moved away
   * from the caller, or a file (JPEG, PNG or WebP), whose own EXIF orientation counts. What it rejects with becomes the cause of
   * `image-undecodable`; an `ImageError` is passed on as it is.
   */
  decode: (file: Blob, context: DecodeContext) => Promise<Blob | ImageBitmap | ImageData>;
}
