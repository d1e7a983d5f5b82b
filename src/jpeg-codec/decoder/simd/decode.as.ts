/**
 * The inner loops of the JPEG decoder in AssemblyScript, compiled to WebAssembly SIMD by `build-kernels.mjs`: from entropy-coded data to
 * rows of pixels, at as many eighths of the size as the plan says.
 *
 * Nothing here checks where it writes: sizes, tables and offsets come from `decode-rows.ts`, and no coded data can change them.
 */
import { nextMarker, resetData, skipMarker } from "./coded-bytes.as.js";
import { fillBlock, inverseDct, inverseDct4x4 } from "./inverse-dct.as.js";
import { beginBits, hasMcu, isOverdrawn, isSpent, readBlock } from "./read-block.as.js";

export { position, setStuffedData } from "./coded-bytes.as.js";
export { toRgb } from "./ycc-to-rgb.as.js";

/** A block in the plan: its tables and where its pixels go. Fields of 4 bytes, see `decode-plan.ts`. */
const ENTRY_BYTES: usize = 32;
/** Coefficients up to this zigzag index are among the lowest 4x4 frequencies. */
const LAST_OF_4X4: i32 = 9;
const RST0: u32 = 0xd0;
const EOI: u32 = 0xd9;

/** MCUs from one restart marker to the next, 0 where there are none; how many are left; the number of the next marker, 0 to 7. */
let interval: i32 = 0;
let left: i32 = 0;
let restart: u32 = 0;
/** Where data may be put, see `begin`. */
let buffer: usize = 0;

/** Before a picture's first data. `data`: room for one piece of it, and 4 KB more. */
export function begin(restartInterval: i32, data: usize): void {
  interval = restartInterval;
  left = restartInterval;
  restart = 0;
  buffer = data;
  resetData();
  beginBits(data);
}

/** Whether all data has been used, and EOI follows. */
export function isAtEnd(): bool {
  return isSpent() && nextMarker() == EOI;
}

/**
 * Decodes MCUs `first` to `count` of one row of them. Returns the first for which there was not enough data, `count` when all are done,
 * or -1 where the data is damaged. `block`: 128 bytes of zeros. `predictions`: 4 numbers, which restart markers set to zero.
 */
export function decodeMcus(plan: usize, blocks: i32, block: usize, predictions: usize, first: i32, count: i32): i32 {
  const planEnd = plan + <usize>blocks * ENTRY_BYTES;
  for (let mcu = first; mcu < count; mcu++) {
    if (!hasMcu()) return mcu;
    if (interval > 0) {
      if (left == 0) {
        if (!isSpent() || nextMarker() != RST0 + restart) return -1;
        skipMarker();
        beginBits(buffer);
        v128.store(predictions, i32x4.splat(0));
        restart = (restart + 1) & 7;
        left = interval;
        if (!hasMcu()) return mcu;
      }
      left--;
    }
    for (let entry = plan; entry < planEnd; entry += ENTRY_BYTES) {
      const last = readBlock(entry, block);
      if (last < 0) return -1;
      const to = <usize>load<u32>(entry, 16);
      const stride = <usize>load<u32>(entry, 20);
      const weights = <usize>load<u32>(entry, 28);
      store<u32>(entry, <u32>to + load<u32>(entry, 24), 16);
      if (last == 0) fillBlock(block, to, stride, weights);
      else if (last <= LAST_OF_4X4) inverseDct4x4(block, to, stride, weights);
      else inverseDct(block, to, stride, weights);
    }
    if (isOverdrawn()) return -1;
  }
  return count;
}
