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

/** Teaches the pipeline a format that browsers do not decode: returns the picture as a JPEG, PNG or WebP blob. */
export interface Decoder {
  mediaTypes: readonly MediaType[];
  decode: (file: Blob, context: { header: ImageHeader; signal: AbortSignal }) => Promise<Blob>;
}
