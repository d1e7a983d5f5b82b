import type { Picture } from "./orientation.js";

/**
 * The least share of neighbours in a row that have one colour, or are far apart, as at the edges of letters. Photos have 0.01 to
 * 0.34 in all, drawings up to 0.77, screens 0.43 to 0.99.
 */
const LEAST_TOGETHER = 0.35;
/** The least share with one colour: noise has none, a JPEG full of text 0.15. */
const LEAST_FLAT = 0.1;
/** The least share that is far apart: smooth pictures have up to 0.003, screens 0.005 to 0.3. */
const LEAST_SHARP = 0.004;
/** In levels of a channel. */
const FAR_APART = 48;

/**
 * Whether it shows a screen or another page of text, with flat colours and sharp edges. Measured on 70 photos and parts of photos
 * and on 60 screenshots, at the default box.
 */
export function looksLikeScreen(picture: Picture): boolean {
  const { flat, sharp } = neighboursIn(picture);
  return flat >= LEAST_FLAT && sharp >= LEAST_SHARP && flat + sharp >= LEAST_TOGETHER;
}

/** Whether so much of it has flat colours that a PNG may be smaller than a JPEG; for photos it never is. */
export function isMostlyFlat(picture: Picture): boolean {
  return neighboursIn(picture).flat >= LEAST_TOGETHER;
}

/** Shares of neighbours in a row that have one colour, and that are far apart. Every other row is enough. */
function neighboursIn({ pixels, width, height }: Picture): { flat: number; sharp: number } {
  let [flat, sharp] = [0, 0];
  for (let y = 0; y < height; y += 2) {
    const end = (y + 1) * width * 4;
    for (let at = y * width * 4 + 4; at < end; at += 4) {
      const red = Math.abs(pixels[at]! - pixels[at - 4]!);
      const green = Math.abs(pixels[at + 1]! - pixels[at - 3]!);
      const blue = Math.abs(pixels[at + 2]! - pixels[at - 2]!);
      if (red + green + blue === 0) flat += 1;
      else if (red > FAR_APART || green > FAR_APART || blue > FAR_APART) sharp += 1;
    }
  }
  const pairs = Math.max(1, Math.ceil(height / 2) * (width - 1));
  return { flat: flat / pairs, sharp: sharp / pairs };
}
