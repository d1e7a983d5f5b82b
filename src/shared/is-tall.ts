import type { Size } from "./types.js";

/**
 * Phone screens are 1.9 to 2.3 times as high as wide, and scrolled pages at least that. 16:9 is 1.78, which is a ratio of photos
 * too.
 */
const SCREEN_RATIO = 1.9;

/** As tall as a phone's screen, or a page that was scrolled. By itself, since it is all of this that is needed before there is an image. */
export function isTall({ width, height }: Size): boolean {
  return width > 0 && height / width >= SCREEN_RATIO;
}
