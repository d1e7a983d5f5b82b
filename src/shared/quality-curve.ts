/**
 * How the bytes of a JPEG depend on its quality at the same size. Measured on eight photos and five screenshots at 1280 pixels.
 */

/** Bytes relative to those at 0.85. Photos lie a little below it from 0.5 to 0.8, screenshots up to a fifth above. */
const CURVE: readonly (readonly [quality: number, bytes: number])[] = [
  [0, 0.12],
  [0.5, 0.47],
  [0.6, 0.54],
  [0.7, 0.65],
  [0.8, 0.83],
  [0.85, 1],
  [0.9, 1.3],
  [0.95, 1.95],
  [1, 4.4],
];

/**
 * The exponent by which bytes grow with the sides: measured 1.4 to 1.7. It is below 2 because small pictures have more detail a
 * pixel.
 */
export const BYTES_BY_SIDE = 1.53;

/** Quality is not lowered further to save bytes: blocks would show more than fewer pixels do. */
export const LEAST_QUALITY = 0.5;
/** The longest side is not made shorter than this, in pixels: the picture would show too little. */
export const LEAST_SIDE = 320;

/** Bytes relative to quality 0.85. */
export function bytesAtQuality(quality: number): number {
  let [before, less] = [0, CURVE[0]![1]];
  for (const [at, bytes] of CURVE) {
    if (quality <= at) return at === before ? bytes : less * (bytes / less) ** ((quality - before) / (at - before));
    [before, less] = [at, bytes];
  }
  return less;
}

/** The inverse: the quality, 0 to 1, at which the bytes are in this proportion to those at 0.85. */
export function qualityAtBytes(bytes: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2;
    if (bytesAtQuality(middle) <= bytes) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * JPEG quality, and the WebP quality that has the same SSIMULACRA2: the median of eight photos at 1280x960 (libjpeg-turbo, libwebp,
 * the reference tool, 2026-11-30). At 0.85 the WebP has 0.90 of the JPEG's bytes, at 0.7 0.79.
 */
const WEBP: readonly (readonly [jpeg: number, webp: number])[] = [
  [0, 0],
  [0.5, 0.65],
  [0.6, 0.75],
  [0.7, 0.81],
  [0.8, 0.87],
  [0.85, 0.9],
  [0.9, 0.93],
  [1, 1],
];

/** The WebP quality that looks like a JPEG of this quality. Both 0 to 1. */
export function webpQuality(jpegQuality: number): number {
  const above = WEBP.find(([jpeg]) => jpegQuality <= jpeg) ?? WEBP.at(-1)!;
  const below = WEBP.findLast(([jpeg]) => jpeg < above[0]) ?? above;
  if (below === above) return above[1];
  return below[1] + ((jpegQuality - below[0]) / (above[0] - below[0])) * (above[1] - below[1]);
}
