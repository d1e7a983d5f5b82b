/** What an app may put in the place of our own encoder and decoders. Types only. */
import type { ImageHeader, MediaType, SentMediaType, Size } from "./types.js";

/** What a replacement compressor is asked for. `width` and `height` are upright and already fit the box. */
export interface CompressRequest extends Size {
  mediaType: SentMediaType;
  /** 0 to 1, as in canvas. */
  quality: number;
  /** Any CSS colour; what transparent pixels become in a JPEG. */
  background: string;
  header: ImageHeader;
  signal: AbortSignal;
}

/**
 * Runs in place of our own encoder (an external compression service, say). What it returns is checked like ours, and its metadata
 * is cut out. It should return upright pixels: what EXIF would have to turn is turned and encoded once more, or refused in Node.
 */
export type Compress = (file: Blob, request: CompressRequest) => Promise<Blob>;

/**
 * Teaches the pipeline formats that browsers do not decode. Runs on the main thread, in the app. Formats that this package tells by
 * itself (HEIC, TIFF, JPEG XL ...; `KnownMediaType`) need `mediaTypes` and `decode` only; any other needs `sniff` too.
 */
export interface Decoder {
  /** The media types that it decodes. They are taken in by default; `limits.accept`, where it is given, must list them. */
  mediaTypes: readonly MediaType[];
  /** For the file picker, e.g. `["foo"]`. Those of known media types need not be named. */
  extensions?: readonly string[] | undefined;
  /**
   * Tells a file by its first bytes (`head`: 4 KiB, or all of a shorter file), and returns one of `mediaTypes`, or `undefined` for a file
   * that it does not know. Asked only about files that this package does not recognize as a format that is taken, of the decoders in
   * their order. Names and `file.type` are not believed, so they are not passed.
   */
  sniff?: ((head: Uint8Array) => MediaType | undefined) | undefined;
  /**
   * Resolves to the picture as a JPEG, PNG or WebP. Of a file that `sniff` told, the header says 0x0, orientation 1 and one frame:
   * nobody else has read it.
   */
  decode: (file: Blob, context: { header: ImageHeader; signal: AbortSignal }) => Promise<Blob>;
}
