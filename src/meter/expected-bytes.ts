/** Estimates how large an image will be before it is made: the meter's guess while work is under way. */
import { DEFAULT_BOX } from "../shared/defaults.js";
import { planImage } from "../shared/plan.js";
import { bytesAtQuality } from "../shared/quality-curve.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { ImageHeader, Size } from "../shared/types.js";

/**
 * Bytes per pixel of a photo's JPEG at 0.85: 159,956 bytes at 1280x960 by Pillow for one photo, 0.13; real photos have 0.05 to
 * 0.3. The value is a little above that photo's, since a meter should not promise too much.
 */
const JPEG_BYTES_PER_PIXEL = 0.16;

/** For the PNG of a photo; a flat screenshot needs a tenth, which shows once the image is finished. */
const PNG_BYTES_PER_PIXEL = 1.6;

/** `header` is undefined until the first bytes are read: then the picture is assumed to fill the box. */
export function expectedBytes(header: ImageHeader | undefined, settings: PrepareSettings): number {
  if (!header) return encodedBytes(settings.box, settings);
  const { target, keep } = planImage(header, settings);
  const encoded = encodedBytes(target, settings);
  if (keep === "always") return header.bytes;
  return keep === "if-smaller" ? Math.min(header.bytes, encoded) : encoded;
}

/** One more typical photo: "about N more fit" counts with it while the list is empty. */
export function usualBytes(quality: number): number {
  return Math.round(DEFAULT_BOX.width * DEFAULT_BOX.height * jpegBytesPerPixel(quality));
}

function encodedBytes({ width, height }: Size, { mediaType, quality }: PrepareSettings): number {
  const perPixel = mediaType === "image/png" ? PNG_BYTES_PER_PIXEL : jpegBytesPerPixel(quality);
  return Math.round(width * height * perPixel);
}

function jpegBytesPerPixel(quality: number): number {
  return JPEG_BYTES_PER_PIXEL * bytesAtQuality(quality);
}
