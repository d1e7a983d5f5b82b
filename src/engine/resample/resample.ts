/** Rows of a decoded picture in, the pixels of the target out, by Lanczos3: a strip of rows at a time. */
import type { Size } from "../../core/types.js";
import { premultiply, unpremultiply } from "../alpha.js";
import type { Picture } from "../orientation.js";
import type { Cover, Kernel } from "./resizer.js";
import type { PixelRows } from "./rows.js";
import { weightsFor } from "./weights.js";

/** Small enough for the processor's cache, large enough that asking for a strip costs little. */
const STRIP_BYTES = 2 ** 21;
/** A picture of the target's size comes in one piece: Firefox converts a whole frame for each strip that is copied out of it. */
const WHOLE_BYTES = 5 * 2 ** 20;

export interface Resampled extends Picture {
  cover: Cover;
}

/** `pause` is awaited between strips. The pixels, RGBA with straight alpha, are valid until the kernel's next picture. */
export async function resample(rows: PixelRows, to: Size, kernel: Kernel, pause?: () => Promise<void>): Promise<Resampled> {
  const across = weightsFor(rows.across, to.width);
  const down = weightsFor(rows.down, to.height);
  const { length: width } = rows.across;
  const { length: height } = rows.down;
  const stripRows = stripRowsOf(width * 4, height);
  const opaque = rows.alpha === "none";
  const resizer = kernel({ width, height, stripRows, across, down, swap: rows.swap, brighter: rows.brighter, opaque });
  const covers = new Set<Cover>(opaque ? ["opaque"] : []);
  for (let first = 0; first < height; first += stripRows) {
    const count = Math.min(stripRows, height - first);
    const strip = resizer.strip.subarray(0, count * width * 4);
    await rows.read(first, count, strip);
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
  return { ...to, pixels: resizer.pixels, cover };
}

/** Even, as rows are worked on in pairs. */
function stripRowsOf(rowBytes: number, height: number): number {
  const all = height + (height % 2);
  if (all * rowBytes <= WHOLE_BYTES) return all;
  return Math.min(all, Math.max(2, Math.ceil(STRIP_BYTES / rowBytes / 2) * 2));
}
