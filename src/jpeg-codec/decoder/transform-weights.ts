/** What `simd/transform.as.ts` multiplies frequencies with. */
import type { Size } from "../../shared/types.js";

/** As many frequencies as a block has pixels, each way. */
const FREQUENCIES = 8;
export const MAX_PIXELS = 16;
const WEIGHT_BITS = 13;

const ACROSS_BYTES = MAX_PIXELS * FREQUENCIES * 2;
const DOWN_BYTES = ACROSS_BYTES;
/** Pixels each way, and where the weights for both lie. */
const KIND_BYTES = 16;

export const TRANSFORM_BYTES = KIND_BYTES + ACROSS_BYTES + DOWN_BYTES;

/** How much of a frequency is in pixel `at` of `pixels`. Frequencies higher than those pixels can show are left out. */
function weight(at: number, frequency: number, pixels: number): number {
  if (frequency >= Math.min(FREQUENCIES, pixels)) return 0;
  const wave = Math.cos(((2 * at + 1) * frequency * Math.PI) / (2 * pixels));
  return Math.round(0.5 * (frequency === 0 ? Math.SQRT1_2 : 1) * wave * 2 ** WEIGHT_BITS);
}

/** Writes into `memory` at `place` how a block becomes so many pixels, at most `MAX_PIXELS` each way. */
export function writeTransform(memory: ArrayBuffer, place: number, { width, height }: Size): void {
  const across = place + KIND_BYTES;
  const down = across + ACROSS_BYTES;
  new Int32Array(memory, place, 4).set([width, height, across, down]);
  const rows = new Int16Array(memory, down, MAX_PIXELS * FREQUENCIES);
  for (let y = 0; y < height; y++) {
    for (let frequency = 0; frequency < FREQUENCIES; frequency++) rows[y * FREQUENCIES + frequency] = weight(y, frequency, height);
  }
  // For four pixels side by side: pairs of frequencies, pair by pair.
  const columns = new Int16Array(memory, across, MAX_PIXELS * FREQUENCIES).fill(0);
  for (let x = 0; x < width; x++) {
    for (let frequency = 0; frequency < FREQUENCIES; frequency++) {
      const four = (x >> 2) * 4 * FREQUENCIES;
      columns[four + (frequency >> 1) * FREQUENCIES + (x & 3) * 2 + (frequency & 1)] = weight(x, frequency, width);
    }
  }
}
