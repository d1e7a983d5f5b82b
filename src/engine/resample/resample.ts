/** Rows of a decoded picture in, the pixels of the target out, by Lanczos3: a strip of rows at a time. */
import type { Size } from "../../core/types.js";
import { premultiply, unpremultiply } from "../alpha.js";
import type { Picture } from "../orientation.js";
import type { Cover, Kernel } from "./resizer.js";
import type { PixelRows } from "./rows.js";
import { weightsFor } from "./weights.js";

/** Small enough for the processor's cache, large enough that a strip's overlap with the next costs little. */
const STRIP_BYTES = 2 ** 21;

export interface Resampled extends Picture {
  cover: Cover;
}

/** `pause` is awaited between strips. The pixels, RGBA with straight alpha, are valid until the kernel's next picture. */
export async function resample(rows: PixelRows, to: Size, kernel: Kernel, pause?: () => Promise<void>): Promise<Resampled> {
  const across = weightsFor(rows.across, to.width);
  const down = weightsFor(rows.down, to.height);
  const { length: width } = rows.across;
  const { length: height } = rows.down;
  const stripRows = Math.min(Math.max(down.taps * 2, Math.ceil(STRIP_BYTES / (width * 4))), Math.max(height, down.taps) + 1);
  const opaque = rows.alpha === "none";
  const resizer = kernel({ width, stripRows, across, down, swap: rows.swap, brighter: rows.brighter, opaque });
  const covers = new Set<Cover>(opaque ? ["opaque"] : []);
  for (let y = 0; y < to.height; ) {
    const firstRow = down.starts[y]! & ~1;
    const count = Math.min(stripRows, height - firstRow);
    await rows.read(firstRow, count, resizer.strip.subarray(0, count * width * 4));
    if (!opaque) {
      const cover = resizer.coverOf(count);
      covers.add(cover);
      if (cover !== "opaque" && rows.alpha === "straight") premultiply(resizer.strip.subarray(0, count * width * 4));
    }
    const end = firstRow + count === height ? Number.POSITIVE_INFINITY : firstRow + count;
    while (y < to.height && down.starts[y]! + down.taps <= end) resizer.makeRow(y++, firstRow);
    await pause?.();
  }
  const cover = covers.size === 1 ? [...covers][0]! : "partial";
  if (cover === "partial") unpremultiply(resizer.pixels);
  return { ...to, pixels: resizer.pixels, cover };
}
