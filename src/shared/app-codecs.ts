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

/**
 * Teaches the pipeline formats that browsers do not decode. Runs on the main thread, in the app. Formats that this package recognizes
 * itself (HEIC, TIFF, JPEG XL ...; `KnownMediaType`) need `mediaTypes` and `decode` only; any other needs `sniff` too.
 */
export interface Decoder {
  /** The media types that it decodes. They are taken in by default; `limits.accept`, where it is given, must list them. */
  mediaTypes: readonly MediaType[];
  /** For the file picker, e.g. `["foo"]`. Those of known media types need not be named. */
  extensions?: readonly string[] | undefined;
  /**
   * Recognizes a file by its first bytes (`head`: 4 KiB, or all of a shorter file), and returns one of `mediaTypes`, or `undefined` for a
   * file that it does not know. Called in the order of the decoders, and only for files that this package does not recognize as an accepted
   * format. Names and `file.type` are not reliable, so they are not passed.
   */
  sniff?: ((head: Uint8Array) => MediaType | undefined) | undefined;
  /**
   * Resolves to the picture as a JPEG, PNG or WebP. If the file was recognized by `sniff`, the header says 0x0, orientation 1 and one
   * frame, since nothing else has read it.
   */
  decode: (file: Blob, context: { header: ImageHeader; signal: AbortSignal }) => Promise<Blob>;
}
