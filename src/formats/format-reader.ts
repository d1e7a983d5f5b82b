import type { ImageHeader, MediaType, Orientation, Size } from "../shared/types.js";
import type { ByteReader } from "./byte-reader.js";

/** What one format's header says; `width` and `height` as stored, before `orientation` turns them upright. */
export interface StoredHeader extends Size, Pick<ImageHeader, "orientation" | "frames" | "alpha"> {}

/**
 * One file a format, this one signature. `mediaTypeOf` has recognised the signature; `undefined` means that no picture can
 * be measured behind it. Every loop in it is bounded, by a count or by the bytes it moves past.
 */
export type FormatReader = (reader: ByteReader, mediaType: MediaType) => Promise<StoredHeader | undefined>;

/** EXIF's eight values; anything else means upright, as browsers take it. */
export const asOrientation = (value: number | undefined): Orientation =>
  value !== undefined && Number.isInteger(value) && value >= 1 && value <= 8 ? (value as Orientation) : 1;
