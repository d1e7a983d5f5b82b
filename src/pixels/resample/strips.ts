/** How many rows of a picture are read at a time. */
import type { Size } from "../../shared/types.js";

/** Small enough for the processor's cache, large enough that reading a strip costs little. */
const STRIP_BYTES = 2 ** 21;
/** The most that is copied in one piece if each piece costs as much as the whole: a screenshot of 2880x1800, not a photo. */
const PIECE_BYTES = 21 * 2 ** 20;

/** Even, since rows are processed in pairs. */
const evened = (rows: number): number => rows + (rows % 2);

export function fitsOnePiece({ width, height }: Size): boolean {
  return evened(height) * width * 4 <= PIECE_BYTES;
}

export function stripRowsOf({ width, height }: Size, inOnePiece = false): number {
  const all = evened(height);
  return inOnePiece ? all : Math.min(all, Math.max(2, evened(Math.ceil(STRIP_BYTES / (width * 4)))));
}
