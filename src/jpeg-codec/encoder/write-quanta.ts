import { ZIGZAG } from "../zigzag.js";

const BLOCK = 64;
/** Coefficients come eight times as large as they are. */
const SCALE = 8;
/** Of one table: 64 factors of 4 bytes, and the halves of 64 divisors, of 2 bytes each. */
export const QUANTA_BYTES = BLOCK * (4 + 2);
export const ORDER_BYTES = 2 * BLOCK;

/** Writes what `simd/tokens.as.ts` divides by into `memory` at `place`. */
export function writeQuanta(memory: ArrayBuffer, place: number, quanta: readonly (readonly number[])[]): void {
  quanta.forEach((table, number) => {
    const at = place + number * QUANTA_BYTES;
    new Float32Array(memory, at, BLOCK).set(table.map((quantum) => 1 / (quantum * SCALE)));
    new Int16Array(memory, at + BLOCK * 4, BLOCK).set(table.map((quantum) => (quantum * SCALE) >> 1));
  });
}

/** Writes the place of each coefficient in the file, then the coefficient of each place. */
export function writeOrder(memory: ArrayBuffer, place: number): void {
  const order = new Uint8Array(memory, place, ORDER_BYTES);
  ZIGZAG.forEach((coefficient, n) => {
    order[coefficient] = n;
    order[BLOCK + n] = coefficient;
  });
}
