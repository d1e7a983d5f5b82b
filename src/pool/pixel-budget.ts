/** Limits how many pixels may be in flight at once. This bounds memory, however many and large the files are. */
import type { Size } from "../shared/types.js";

/**
 * Chromium rounds to 0.25 to 8 (32 from version 146) GB. The other browsers report nothing; a phone's memory is assumed for them.
 */
const UNKNOWN_GIB = 4;
/**
 * A decoded picture has 4 bytes per pixel. Even if they are decoded in full, all pictures under way stay within this share of the
 * memory.
 */
const SHARE = 1 / 16;
const BYTES_PER_PIXEL = 4;

/** For pictures whose header states no size: a phone's photo. */
const UNKNOWN_PIXELS = 12_000_000;

export function defaultPixelBudget(deviceMemoryGib: number = UNKNOWN_GIB): number {
  return Math.floor((deviceMemoryGib * 2 ** 30 * SHARE) / BYTES_PER_PIXEL);
}

function pixelsOf({ width, height }: Size): number {
  return width * height || UNKNOWN_PIXELS;
}

/** A single picture is always allowed: one above the budget is decoded by itself. */
export function mayDecode(picture: Size, underWay: readonly Size[], budget: number): boolean {
  const pixels = underWay.reduce((sum, other) => sum + pixelsOf(other), 0);
  return pixels === 0 || pixels + pixelsOf(picture) <= budget;
}
