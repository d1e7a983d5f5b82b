/**
 * The inner loops of the JPEG decoder in AssemblyScript, compiled to WebAssembly SIMD by `build-kernels.mjs`: from coded data to rows
 * of pixels, at as many eighths of the size as the plan says.
 *
 * Nothing here checks where it writes: sizes, tables and places come from `decode-rows.ts`, and no coded data can change them.
 */
import { beginBits, hasGroup, isOverdrawn, isSpent, readBlock } from "./bits.as.js";
import { forgetData, markAhead, skipMark } from "./given-data.as.js";
import { fill, transform, transformFour } from "./transform.as.js";

export { toRgb } from "./colours.as.js";
export { position, setData } from "./given-data.as.js";

/** Of one block in a plan: its tables and where its pixels go. Fields of 4 bytes, see `decode-plan.ts`. */
const ENTRY_BYTES: usize = 32;
/** Frequencies up to here, in the order of the file, are among the lowest 4x4. */
const IN_FOUR_BY_FOUR: i32 = 9;
const RESTART: u32 = 0xd0;
const END: u32 = 0xd9;

/** Groups of blocks from one restart mark to the next, 0 where there are none; how many are left, and the mark's number. */
let interval: i32 = 0;
let left: i32 = 0;
let restart: u32 = 0;
/** Room for data, see `begin`. */
let room: usize = 0;

/** Before a picture's first data. `plain`: room for what is given at a time, and 4 KB more. */
export function begin(restartInterval: i32, plain: usize): void {
  interval = restartInterval;
  left = restartInterval;
  restart = 0;
  room = plain;
  forgetData();
  beginBits(plain);
}

/** Whether all data has been used, and the end mark follows. */
export function isAtEnd(): bool {
  return isSpent() && markAhead() == END;
}

/**
 * Decodes groups of blocks `first` to `count` of one row of them. Returns the first that it did not get to for want of data, `count`
 * when all are done, or -1 where the data is damaged. `block`: 128 bytes of zeros. `predictions`: 4 numbers, for the restarts.
 */
export function decodeGroups(plan: usize, blocks: i32, block: usize, predictions: usize, first: i32, count: i32): i32 {
  const planEnd = plan + <usize>blocks * ENTRY_BYTES;
  for (let group = first; group < count; group++) {
    if (!hasGroup()) return group;
    if (interval > 0) {
      if (left == 0) {
        if (!isSpent() || markAhead() != RESTART + restart) return -1;
        skipMark();
        beginBits(room);
        v128.store(predictions, i32x4.splat(0));
        restart = (restart + 1) & 7;
        left = interval;
        if (!hasGroup()) return group;
      }
      left--;
    }
    for (let entry = plan; entry < planEnd; entry += ENTRY_BYTES) {
      const top = readBlock(entry, block);
      if (top < 0) return -1;
      const to = <usize>load<u32>(entry, 16);
      const stride = <usize>load<u32>(entry, 20);
      const kind = <usize>load<u32>(entry, 28);
      store<u32>(entry, <u32>to + load<u32>(entry, 24), 16);
      if (top == 0) fill(block, to, stride, kind);
      else if (top <= IN_FOUR_BY_FOUR) transformFour(block, to, stride, kind);
      else transform(block, to, stride, kind);
    }
    if (isOverdrawn()) return -1;
  }
  return count;
}
