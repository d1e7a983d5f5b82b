/** Rows of a picture that is in memory: made smaller once more. */
import type { Picture } from "../orientation.js";
import { wholeAxes } from "./canvas-rows.js";
import type { PixelRows } from "./pixel-rows.js";

export function pictureRows({ pixels, width, height }: Picture, isTranslucent: boolean): PixelRows {
  return {
    ...wholeAxes({ width, height }),
    swap: false,
    alpha: isTranslucent ? "straight" : "none",
    read(first, count, into) {
      into.set(pixels.subarray(first * width * 4, (first + count) * width * 4));
    },
  };
}
