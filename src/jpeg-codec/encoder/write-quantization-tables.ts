/** Writes the divisors for `simd/entropy-symbols.as.ts`, and the zigzag order. */
import { ZIGZAG } from "../zigzag.js";

const COEFFICIENTS = 64;
/** The forward DCT makes coefficients eight times too large. */
const DCT_SCALE = 8;
/** Per table: 64 reciprocals of 4 bytes, and half of each of the 64 divisors, of 2 bytes, for rounding. */
export const QUANTIZATION_TABLE_BYTES = COEFFICIENTS * (4 + 2);
export const ZIGZAG_BYTES = 2 * COEFFICIENTS;

export function writeQuantizationTables(
  memory: ArrayBuffer,
  offset: number,
  tables: readonly (readonly number[])[],
): void {
  tables.forEach((table, number) => {
    const at = offset + number * QUANTIZATION_TABLE_BYTES;
    new Float32Array(memory, at, COEFFICIENTS).set(table.map((step) => 1 / (step * DCT_SCALE)));
    new Int16Array(memory, at + COEFFICIENTS * 4, COEFFICIENTS).set(table.map((step) => (step * DCT_SCALE) >> 1));
  });
}

/** First the position in the file, by position in a block; then the position in a block, by position in the file. */
export function writeZigzag(memory: ArrayBuffer, offset: number): void {
  const order = new Uint8Array(memory, offset, ZIGZAG_BYTES);
  ZIGZAG.forEach((inBlock, inFile) => {
    order[inBlock] = inFile;
    order[COEFFICIENTS + inFile] = inBlock;
  });
}
