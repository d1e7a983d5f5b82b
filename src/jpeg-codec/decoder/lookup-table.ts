/** From coded bits to coefficients: a Huffman table as `simd/bits.as.ts` reads it. */
import { canonicalCodes, type HuffmanTable, MAX_CODE_BITS } from "../huffman-table.js";

/** Most codes are no longer, and a table of these stays in the processor's nearest memory. */
const LOOKUP_BITS = 10;
const LENGTHS = MAX_CODE_BITS + 1;
const LIMITS = 1 << LOOKUP_BITS;
const OFFSETS = LIMITS + LENGTHS;
const SYMBOLS = OFFSETS + LENGTHS;
const MAX_SYMBOLS = 256;

export const LOOKUP_TABLE_BYTES = SYMBOLS * 4 + MAX_SYMBOLS;

/** All of the coefficient's bits are among those looked up. */
const IS_WHOLE = 128;

/**
 * Writes the table into `memory` at `place`. A lookup, by the next bits: how many of them are used in the lowest byte. With `IS_WHOLE`,
 * how many zeros to skip in the next, and the coefficient itself in the upper half. Else only the code's bits are used, and the upper
 * half is its symbol; where even the code is longer, all is 0. "End of block" always stands as a symbol.
 */
export function writeLookupTable(memory: ArrayBuffer, place: number, table: HuffmanTable): void {
  const words = new Int32Array(memory, place, SYMBOLS).fill(0);
  new Uint8Array(memory, place + SYMBOLS * 4, MAX_SYMBOLS).fill(0).set(table.symbols);
  canonicalCodes(table).forEach(({ symbol, code, length }, at) => {
    words[LIMITS + length] = (code + 1) << (MAX_CODE_BITS - length);
    words[OFFSETS + length] = at - code;
    const spare = LOOKUP_BITS - length;
    if (spare < 0) return;
    for (let rest = 0; rest < 2 ** spare; rest++) words[(code << spare) | rest] = lookup(symbol, length, rest, spare);
  });
}

/** `rest`: the `spare` bits that follow the code. */
function lookup(symbol: number, length: number, rest: number, spare: number): number {
  const size = symbol & 15;
  const skip = symbol >> 4;
  if (symbol === 0 || size > spare) return length | (symbol << 16);
  return (length + size) | IS_WHOLE | (skip << 8) | (extended(rest >> (spare - size), size) << 16);
}

/** Bits that begin with a zero stand for a negative number (ISO/IEC 10918-1, F.2.2.1). */
function extended(bits: number, size: number): number {
  return size > 0 && bits < 2 ** (size - 1) ? bits - 2 ** size + 1 : bits;
}
