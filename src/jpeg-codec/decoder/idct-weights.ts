/** The weights for `simd/inverse-dct.as.ts`: an inverse DCT to any number of pixels up to 16. */
import type { Size } from "../../shared/types.js";

/** The sides of a block. */
const FREQUENCIES = 8;
export const MAX_IDCT_PIXELS = 16;
const WEIGHT_BITS = 13;

const ACROSS_BYTES = MAX_IDCT_PIXELS * FREQUENCIES * 2;
const DOWN_BYTES = ACROSS_BYTES;
/** The pixels each way, and where the weights for each way are. */
const HEAD_BYTES = 16;

export const IDCT_BYTES = HEAD_BYTES + ACROSS_BYTES + DOWN_BYTES;

/** How much of a frequency is in pixel `at` of `pixels`. Frequencies too high for this number of pixels are left out. */
function weight(at: number, frequency: number, pixels: number): number {
  if (frequency >= Math.min(FREQUENCIES, pixels)) return 0;
  const wave = Math.cos(((2 * at + 1) * frequency * Math.PI) / (2 * pixels));
  return Math.round(0.5 * (frequency === 0 ? Math.SQRT1_2 : 1) * wave * 2 ** WEIGHT_BITS);
}

/** Writes into `memory` at `offset` how a block becomes this many pixels, at most `MAX_IDCT_PIXELS` each way. */
export function writeIdctWeights(memory: ArrayBuffer, offset: number, { width, height }: Size): void {
  const across = offset + HEAD_BYTES;
  const down = across + ACROSS_BYTES;
  new Int32Array(memory, offset, 4).set([width, height, across, down]);
  const rows = new Int16Array(memory, down, MAX_IDCT_PIXELS * FREQUENCIES);
  for (let y = 0; y < height; y++) {
    for (let frequency = 0; frequency < FREQUENCIES; frequency++)
      rows[y * FREQUENCIES + frequency] = weight(y, frequency, height);
  }
  // Four pixels are computed side by side, from two frequencies at a time.
  const columns = new Int16Array(memory, across, MAX_IDCT_PIXELS * FREQUENCIES).fill(0);
  for (let x = 0; x < width; x++) {
    for (let frequency = 0; frequency < FREQUENCIES; frequency++) {
      const four = (x >> 2) * 4 * FREQUENCIES;
      columns[four + (frequency >> 1) * FREQUENCIES + (x & 3) * 2 + (frequency & 1)] = weight(x, frequency, width);
    }
  }
}
