import { mediaTypeOf } from "./media-type.js";
import { stripGif } from "./gif/strip.js";
import { stripJpeg } from "./jpeg/strip.js";
import { stripPng } from "./png/strip.js";
import type { Stripped, StripOptions } from "./stripped.js";
import { stripWebp } from "./webp/strip.js";
import type { MediaType } from "../shared/types.js";

const STRIPPERS: Readonly<Partial<Record<MediaType, (bytes: Uint8Array<ArrayBuffer>, options: StripOptions) => Stripped | undefined>>> = {
  "image/jpeg": stripJpeg,
  "image/png": stripPng,
  "image/gif": stripGif,
  "image/webp": stripWebp,
};

/**
 * Cuts out of a file all that is not needed to draw it, without decoding: position, camera, thumbnail, comments, further
 * pictures, whatever follows the picture. The decoded pixels stay the same to the bit.
 *
 * `undefined`: cannot be cut without loss, so re-encode instead. That is a colour profile other than sRGB or four colour
 * components (whoever ignores the profile would see wrong colours), an animation, a damaged structure, a format that is never
 * sent. Orientation goes with the EXIF: a picture that is not upright must be turned first. With `keepProfile` a profile other
 * than sRGB stays in the file, and forbids nothing.
 *
 * `removed` says in words what went, e.g. `"EXIF (with GPS position)"`; empty, with `bytes` as they came, when nothing did.
 */
export function stripMetadata(bytes: Uint8Array<ArrayBuffer>, mediaType: MediaType, options: StripOptions = {}): Stripped | undefined {
  return mediaTypeOf(bytes) === mediaType ? STRIPPERS[mediaType]?.(bytes, options) : undefined;
}
