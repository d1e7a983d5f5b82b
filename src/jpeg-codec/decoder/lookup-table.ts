/** A Huffman table as `simd/read-block.as.ts` reads it: maps the next bits to a coefficient. */
import { canonicalCodes, type HuffmanTable, MAX_CODE_BITS } from "../huffman-table.js";

/** Few codes are longer, and a table of this size fits into the processor's first-level cache. */
const LOOKUP_BITS = 10;
const LENGTHS = MAX_CODE_BITS + 1;
const LIMITS = 1 << LOOKUP_BITS;
const OFFSETS = LIMITS + LENGTHS;
const SYMBOLS = OFFSETS + LENGTHS;
const MAX_SYMBOLS = 256;

export const LOOKUP_TABLE_BYTES = SYMBOLS * 4 + MAX_SYMBOLS;

/** Flag of an entry: the looked-up bits have the code and all of the coefficient's bits. */
const IS_COMPLETE = 128;

/**
 * Writes the table into `memory` at `offset`. Its first part is looked up by the next `LOOKUP_BITS` bits. An entry's lowest byte
 * says how many of them are used. With `IS_COMPLETE` the next byte is the number of zeros to skip, and the upper half the
 * coefficient itself. Else only the code's bits are used, and the upper half is its symbol. An entry of 0 means that the code is
 * longer. "End of block" is always a symbol.
 */
export function writeLookupTable(memory: ArrayBuffer, offset: number, table: HuffmanTable): void {
  const words = new Int32Array(memory, offset, SYMBOLS).fill(0);
  new Uint8Array(memory, offset + SYMBOLS * 4, MAX_SYMBOLS).fill(0).set(table.symbols);
  canonicalCodes(table).forEach(({ symbol, code, length }, at) => {
    words[LIMITS + length] = (code + 1) << (MAX_CODE_BITS - length);
    words[OFFSETS + length] = at - code;
    const spare = LOOKUP_BITS - length;
    if (spare < 0) return;
    for (let rest = 0; rest < 2 ** spare; rest++) words[(code << spare) | rest] = entryOf(symbol, length, rest, spare);
  });
}

/** `rest`: the `spare` bits that follow the code. */
function entryOf(symbol: number, length: number, rest: number, spare: number): number {
  const size = symbol & 15;
  const zeros = symbol >> 4;
  if (symbol === 0 || size > spare) return length | (symbol << 16);
  return (length + size) | IS_COMPLETE | (zeros << 8) | (extend(rest >> (spare - size), size) << 16);
}

/** Bits that begin with a zero stand for a negative number (ISO/IEC 10918-1, F.2.2.1). */
function extend(bits: number, size: number): number {
  return size > 0 && bits < 2 ** (size - 1) ? bits - 2 ** size + 1 : bits;
}
