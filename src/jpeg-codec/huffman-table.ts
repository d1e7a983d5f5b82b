/** A Huffman table as a DHT segment defines it, and the codes that follow from it (ISO/IEC 10918-1, B.2.4.2 and annex C). */

export interface HuffmanTable {
  /** The number of codes of 1 bit, of 2, … of 16. */
  counts: Uint8Array;
  /** The symbols of the codes, shortest code first. */
  symbols: Uint8Array;
}

export interface HuffmanCode {
  symbol: number;
  code: number;
  /** In bits. */
  length: number;
}

export const MAX_CODE_BITS = 16;

/** Baseline has two tables for DC coefficients and two for AC coefficients. */
export const TABLES_PER_CLASS = 2;
/** Lists of tables have the DC tables first, and the AC tables from this index on. */
export const AC_TABLES = 2;

/** In the order of `symbols`: codes of one length count up, and each further bit doubles them. */
export function canonicalCodes({ counts, symbols }: HuffmanTable): HuffmanCode[] {
  const codes: HuffmanCode[] = [];
  let code = 0;
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    for (let n = 0; n < counts[length - 1]!; n++) codes.push({ symbol: symbols[codes.length]!, code: code++, length });
    code *= 2;
  }
  return codes;
}
