/** Takes rows two at a time, and makes each target row as soon as the last of its source rows is there. */
import type { ResizePlan } from "./resizer.js";

export interface PairSteps {
  /** Takes rows `row` and `row + 1` of the strip, as source rows `pair * 2` and the next. The last may have no lower row. */
  keep: (pair: number, row: number) => void;
  /** Makes row `y` of the target from the last `pairsAtOnce` pairs, or fewer. */
  makeRow: (y: number) => void;
}

/** The most pairs that a target row needs, and so how many have to be kept. */
export function pairsAtOnce({ down }: ResizePlan): number {
  return down.taps / 2;
}

/** Whether the target's pixels equal the source's, apart from the order of their colours. */
export function isCopy({ across, down }: ResizePlan): boolean {
  return across.same && down.same;
}

/** Feeds a strip's rows to a `Resizer`. */
export function inPairs({ height, down }: ResizePlan, { keep, makeRow }: PairSteps): (rows: number) => void {
  const lastPair = Math.ceil(height / 2) - 1;
  let pair = 0;
  let y = 0;
  return (rows) => {
    for (let row = 0; row < rows; row += 2, pair++) {
      keep(pair, row);
      // A window may reach past the last row, with taps of weight zero.
      const end = pair === lastPair ? Number.POSITIVE_INFINITY : (pair + 1) * 2;
      while (y < down.starts.length && down.starts[y]! + down.taps <= end) makeRow(y++);
    }
  };
}
