/** Takes the rows of a decoded picture, a strip at a time, and makes the pixels of the target by Lanczos3. */
import type { Size } from "../../shared/types.js";
import { premultiply, unpremultiply } from "../alpha.js";
import type { Picture } from "../orientation.js";
import type { Cover, Kernel } from "./resizer.js";
import type { PixelRows } from "./pixel-rows.js";
import { isDrawn } from "./is-drawn.js";
import { stripRowsOf } from "./strips.js";
import { weightsFor } from "./weights.js";

export interface Resampled extends Picture {
  cover: Cover;
  /** `isDrawn` of the last row that was read. */
  isLastRowDrawn: boolean;
}

/** `pause` is awaited between strips. The pixels, RGBA with straight alpha, are valid until the kernel's next picture. */
export async function resample(
  rows: PixelRows,
  to: Size,
  kernel: Kernel,
  pause?: () => Promise<void>,
): Promise<Resampled> {
  const across = weightsFor(rows.across, to.width);
  const down = weightsFor(rows.down, to.height);
  const { length: width } = rows.across;
  const { length: height } = rows.down;
  const stripRows = stripRowsOf({ width, height }, rows.inOnePiece);
  const opaque = rows.alpha === "none";
  const resizer = kernel({ width, height, stripRows, across, down, swap: rows.swap, excess: rows.excess ?? 0, opaque });
  const covers = new Set<Cover>(opaque ? ["opaque"] : []);
  let isLastRowDrawn = false;
  for (let first = 0; first < height; first += stripRows) {
    const count = Math.min(stripRows, height - first);
    const strip = resizer.strip.subarray(0, count * width * 4);
    await rows.read(first, count, strip);
    if (first + count === height) isLastRowDrawn = isDrawn(strip.subarray((count - 1) * width * 4), opaque);
    if (!opaque) {
      const cover = resizer.coverOf(count);
      covers.add(cover);
      if (cover !== "opaque" && rows.alpha === "straight") premultiply(strip);
    }
    resizer.take(count);
    await pause?.();
  }
  const cover = covers.size === 1 ? [...covers][0]! : "partial";
  if (cover === "partial") unpremultiply(resizer.pixels);
  return { ...to, pixels: resizer.pixels, cover, isLastRowDrawn };
}
