/** Rows of a picture that is already in memory, so that it can be scaled again. */
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
