import { canonicalCodes, type HuffmanTable, MAX_CODE_BITS } from "../huffman-table.js";

/** From bits to symbols. An entry is a code's length above its symbol, a byte each; 0: no such code. */
export interface DecodeTable {
  /** By the next `LOOKAHEAD_BITS` bits, for the codes that are no longer. */
  short: Uint16Array;
  /** By length: the number, as 16 bits, that codes of this length and shorter stay below. */
  limits: Int32Array;
  /** By length: what to add to a code to find its symbol. */
  offsets: Int32Array;
  symbols: Uint8Array;
}

/** Longer codes are rare by design, and the table of these stays in the processor's nearest memory. */
export const LOOKAHEAD_BITS = 9;

export function decodeTable(table: HuffmanTable): DecodeTable {
  const short = new Uint16Array(1 << LOOKAHEAD_BITS);
  const limits = new Int32Array(MAX_CODE_BITS + 1);
  const offsets = new Int32Array(MAX_CODE_BITS + 1);
  canonicalCodes(table).forEach(({ symbol, code, length }, at) => {
    limits[length] = (code + 1) << (MAX_CODE_BITS - length);
    offsets[length] = at - code;
    const spare = LOOKAHEAD_BITS - length;
    if (spare >= 0) short.fill((length << 8) | symbol, code << spare, (code + 1) << spare);
  });
  return { short, limits, offsets, symbols: table.symbols };
}

/** The entry of a code longer than the lookahead, found by its length. */
export function longEntry({ limits, offsets, symbols }: DecodeTable, next16Bits: number): number {
  for (let length = LOOKAHEAD_BITS + 1; length <= MAX_CODE_BITS; length++) {
    if (next16Bits >= limits[length]!) continue;
    return (length << 8) | symbols[(next16Bits >> (MAX_CODE_BITS - length)) + offsets[length]!]!;
  }
  return 0;
}
