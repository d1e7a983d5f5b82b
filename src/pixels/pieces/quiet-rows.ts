/** Finds where to cut a tall picture: on rows with nothing in them, so that no line of text is halved. Pure. */
import type { RowRange } from "../../shared/pieces.js";
import type { Picture } from "../orientation.js";

export interface CutPlan {
  /** The number of pieces, at least 1. */
  count: number;
  /** The most rows of a piece. */
  maxRows: number;
  /** The most rows that a piece repeats of the one before. */
  overlapRows: number;
}

/** How far a cut may be from an even division, as a share of `maxRows`. */
const REACH = 0.1;
/** Levels by which a row may differ from the quietest one and still count as quiet: a JPEG's noise. */
const AS_QUIET = 0.5;

/** How much there is in each row: the average difference of a pixel from its neighbour, in levels. A gap between lines has 0. */
export function rowNoise({ pixels, width, height }: Picture): Float32Array {
  const noise = new Float32Array(height);
  // On white, as people see it: letters may exist only in the alpha channel.
  const level = (at: number) => 255 + ((pixels[at + 1]! - 255) * pixels[at + 3]!) / 255;
  for (let y = 0; y < height; y++) {
    const end = (y + 1) * width * 4;
    let sum = 0;
    let before = level(y * width * 4);
    for (let at = y * width * 4 + 4; at < end; at += 4) {
      const now = level(at);
      sum += Math.abs(now - before);
      before = now;
    }
    noise[y] = sum / width;
  }
  return noise;
}

/** The pieces from top to bottom. Together they have every row, and none has more than `maxRows` if possible. */
export function cutRows(noise: Float32Array, { count, maxRows, overlapRows }: CutPlan): RowRange[] {
  const height = noise.length;
  const pieces: RowRange[] = [];
  const reach = Math.round(maxRows * REACH);
  let from = 0;
  for (let left = count - 1; left > 0; left--) {
    const even = Math.round(from + (height - from + left * overlapRows) / (left + 1));
    // The rest must fit into the remaining pieces.
    const lowest = Math.max(even - reach, height - left * (maxRows - overlapRows), from + 1);
    const highest = Math.min(even + reach, from + maxRows, height - 1);
    const cut = quietestRow(noise, Math.min(lowest, highest), highest, even);
    pieces.push({ from, to: cut });
    const again = quietestRow(noise, cut - overlapRows, cut - Math.round(overlapRows / 3), cut - overlapRows);
    from = Math.max(from + 1, again);
  }
  return [...pieces, { from, to: height }];
}

/** The middle of the longest quiet stretch between two rows, both included; if several are equally long, the nearest. */
function quietestRow(noise: Float32Array, first: number, last: number, near: number): number {
  const begin = Math.max(0, first);
  const end = Math.min(noise.length - 1, last);
  let quietest = Number.POSITIVE_INFINITY;
  for (let y = begin; y <= end; y++) quietest = Math.min(quietest, noise[y]!);
  let best = { middle: Math.min(Math.max(near, begin), end), length: 0 };
  for (let y = begin, start = begin; y <= end; y++) {
    if (noise[y]! > quietest + AS_QUIET) {
      start = y + 1;
      continue;
    }
    const length = y - start + 1;
    const middle = Math.ceil((start + y) / 2);
    const isNearer = Math.abs(middle - near) < Math.abs(best.middle - near);
    if (length > best.length || (length === best.length && isNearer)) best = { middle, length };
  }
  return best.middle;
}
