/** How many rows of a picture are asked for at a time. */
import type { Size } from "../../core/types.js";

/** Small enough for the processor's cache, large enough that asking for a strip costs little. */
const STRIP_BYTES = 2 ** 21;
/** A picture of the target's size comes in one piece: there are engines where each piece costs as much as all of it. */
const WHOLE_BYTES = 5 * 2 ** 20;

/** Even, as rows are worked on in pairs. */
const evened = (rows: number): number => rows + (rows % 2);

export function comesWhole({ width, height }: Size): boolean {
  return evened(height) * width * 4 <= WHOLE_BYTES;
}

export function stripRowsOf(size: Size): number {
  const all = evened(size.height);
  return comesWhole(size) ? all : Math.min(all, Math.max(2, evened(Math.ceil(STRIP_BYTES / (size.width * 4)))));
}
