/** The defaults of all options. These figures are defined here only. */
import { DEFAULT_ACCEPT } from "./media-types.js";
import type { Box, ImageLimits } from "./types.js";

/** Strict, as Pillow's `thumbnail((1280, 960))`. */
export const DEFAULT_BOX: Required<Box> = { width: 1280, height: 960, turn: false };

/** In canvas terms; Chromium, Firefox and WebKit write the same tables as libjpeg's 85 for it. */
export const DEFAULT_QUALITY = 0.85;

export const DEFAULT_BACKGROUND = "#ffffff";

/** A 48-megapixel photo takes half a second on two cores; a decoder that has not answered after thirty seconds hangs. */
export const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * Limit for a JPEG that our decoder reads row by row: that costs time but little memory (0.4 s and 8 MB for 108 megapixels in
 * Chromium 156 on two cores). Phones take up to 200 megapixels; a file with more than this is more likely an attack than a photo.
 */
export const MAX_STREAMED_PIXELS = 500_000_000;

/** A full-page screenshot of 1440x12000 at the size that its text needs. */
export const DEFAULT_MAX_PIECES = 10;

export const DEFAULT_LIMITS: ImageLimits = {
  maxFileBytes: 50 * 2 ** 20,
  maxPixels: 100_000_000,
  minEdge: 1,
  maxEdge: 65_535,
  maxImageBytes: Number.POSITIVE_INFINITY,
  accept: DEFAULT_ACCEPT,
};
