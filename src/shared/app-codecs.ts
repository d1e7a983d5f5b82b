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

/** How far a decoder is, for the person who waits. */
export type DecodeProgress =
  /** It waits for other files. Its time limit starts when it reports another step. */
  | { step: "wait" }
  /** Its code is being loaded. `bytes`: its size, gzipped, if known. */
  | { step: "load"; bytes?: number | undefined }
  /** `fraction`: 0 to 1, if known. */
  | { step: "decode"; fraction?: number | undefined };

/** What a file of several pages has in it, read without decoding a page. */
export interface PageList {
  /** Pages in the file, at least 1. */
  count: number;
  /** Upright sizes in pixels, as far as they are known: `sizes[0]` is that of page 1. The meter's estimate uses them. */
  sizes?: readonly (Size | undefined)[] | undefined;
  /** Those that become images, counted from 1, in this order (a person's choice, say). @default all */
  chosen?: readonly number[] | undefined;
}

export interface DecodeContext {
  /** The header that this package reads from the file. If only `sniff` recognized the file, it says 0x0, orientation 1 and one frame. */
  header: ImageHeader;
  /** Fires on abort and when the time is up: the decoder must then stop its work. */
  signal: AbortSignal;
  /** Counted from 1. */
  page: number;
  /** The most pixels that the picture may have. */
  maxPixels: number;
  /**
   * The size in pixels that the picture will be fitted to. If a smaller picture costs less to decode, it need not be more than
   * twice as large as this.
   */
  box: Size;
  /**
   * The password that a person gave for this file. If it is missing or wrong, throw an `ImageError` `password-needed` or
   * `password-wrong`.
   */
  password?: string | undefined;
  /** Each call restarts the time limit; while the decoder is `waiting`, no time limit runs. */
  onProgress: (progress: DecodeProgress) => void;
  /** From the app's options: whether part of a picture is wanted if the file ends early and can be decoded that far. */
  truncated: "reject" | "accept";
  /**
   * Call it if the picture lacks a part that is missing from the file. `why` completes the sentence "This TIFF is incomplete:
   * ...". It becomes a `truncated` change, or, under `truncated: "reject"`, the reason why the file is rejected.
   */
  onTruncated: (why: string) => void;
}

/** As in `DecodeContext`. */
export type PagesContext = Pick<DecodeContext, "header" | "password" | "signal"> &
  Partial<Pick<DecodeContext, "onProgress">>;

/**
 * Adds formats that browsers do not decode. It is called on the main thread and does its work elsewhere. Formats that this
 * package recognizes by itself (HEIC, TIFF, JPEG XL ...; `KnownMediaType`) need `mediaTypes` and `decode` only; any other needs
 * `sniff` too.
 */
export interface Decoder {
  /** Names it, e.g. `"tiff"`. */
  id?: string | undefined;
  /** The media types that it decodes. They are accepted by default; `limits.accept`, if given, must list them. */
  mediaTypes: readonly MediaType[];
  /** Extensions for the file picker, e.g. `["foo"]`. Those of known media types need not be listed. */
  extensions?: readonly string[] | undefined;
  /**
   * Recognizes a file by its first bytes (`head`: 4,096 bytes, or all of a shorter file), and returns one of `mediaTypes`, or `undefined` for a
   * file that it does not know. Called in the order of the decoders, and only for files that this package does not recognize as an accepted
   * format. Names and `file.type` are not reliable, so they are not passed.
   */
  sniff?: ((head: Uint8Array) => MediaType | undefined) | undefined;
  /**
   * Counts the pages of a file, for formats that may have several: each becomes an image of the list. Called before anything is
   * decoded, with the same time limit.
   */
  pages?: ((file: Blob, context: PagesContext) => Promise<PageList>) | undefined;
  /**
   * Resolves to the picture: pixels, which are upright, in sRGB (not every browser keeps the `colorSpace` of `ImageData`) and are
   * moved away from the caller, or a file (JPEG, PNG or WebP), whose own EXIF orientation counts. If it rejects with an
   * `ImageError`, that error is passed on; anything else becomes the cause of `image-undecodable`.
   */
  decode: (file: Blob, context: DecodeContext) => Promise<Blob | ImageBitmap | ImageData>;
}
