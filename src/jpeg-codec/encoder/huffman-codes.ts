/** Huffman codes as `simd/write-symbols.as.ts` reads them. */
import { canonicalCodes, type HuffmanTable } from "../huffman-table.js";

/** In an entry the code is above its length, which takes 5 bits. */
const LENGTH_BITS = 5;
const LENGTH_MASK = (1 << LENGTH_BITS) - 1;

/** Indexed by `table << 8 | symbol`. */
export function codesByKey(tables: readonly (HuffmanTable | undefined)[]): Uint32Array {
  const codes = new Uint32Array(tables.length << 8);
  tables.forEach((table, number) => {
    if (!table) return;
    for (const { symbol, code, length } of canonicalCodes(table))
      codes[(number << 8) | symbol] = (code << LENGTH_BITS) | length;
  });
  return codes;
}

/**
 * The most bytes that symbols with these frequencies take with these codes, by the same keys: a zero may be stuffed after every
 * byte.
 */
export function maxDataBytes(frequencies: Uint32Array, codes: Uint32Array): number {
  const bits = frequencies.reduce(
    (sum, frequency, key) => sum + frequency * ((codes[key]! & LENGTH_MASK) + (key & 15)),
    0,
  );
  return 2 * Math.ceil(bits / 8);
}
