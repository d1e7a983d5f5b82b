/** Huffman tables as a file defines them (ISO/IEC 10918-1, B.2.4.2 and annex C). */
import { DHT, type Segment } from "./segments.js";

export interface HuffmanTable {
  /** How many codes there are of 1 bit, of 2, … of 16. */
  counts: Uint8Array;
  /** What they stand for, shortest code first. */
  symbols: Uint8Array;
}

/** Codes as numbers, in the order of `symbols`. */
export interface Code {
  symbol: number;
  code: number;
  length: number;
}

export const MAX_CODE_BITS = 16;

/** Baseline has two tables for first coefficients, numbered 0 and 1 here, */
export const TABLES_A_CLASS = 2;
/** and two for the others, from here on. */
export const AC_TABLES = 2;

/** All there are for the other coefficients: up to 15 zeros before 1 to 10 bits, end of block, sixteen zeros. */
const AC_SYMBOLS = 16 * 10 + 2;

/** The byte that says which table follows: class and number. */
const TABLE_HEAD_BYTES = 1;

/** By number; the last definition counts. `undefined`: damaged, or with symbols that 8 bit baseline has not. */
export function readHuffmanTables(bytes: Uint8Array, segments: readonly Segment[]): (HuffmanTable | undefined)[] | undefined {
  const tables: (HuffmanTable | undefined)[] = [undefined, undefined, undefined, undefined];
  for (const { start, end } of segments.filter(({ marker }) => marker === DHT)) {
    for (let at = start; at < end; ) {
      const kind = bytes[at]! >> 4;
      const number = bytes[at]! & 15;
      const counts = bytes.subarray(at + TABLE_HEAD_BYTES, at + TABLE_HEAD_BYTES + MAX_CODE_BITS);
      const from = at + TABLE_HEAD_BYTES + MAX_CODE_BITS;
      at = from + counts.reduce((sum, count) => sum + count, 0);
      if (kind > 1 || number >= TABLES_A_CLASS || at > end) return undefined;
      const table = { counts, symbols: bytes.subarray(from, at) };
      if (!table.symbols.every(kind === 0 ? isDcSymbol : isAcSymbol) || !isPrefixFree(table)) return undefined;
      tables[kind * AC_TABLES + number] = table;
    }
  }
  return tables;
}

/** Whether they fit any picture: tables made for one name the symbols it has, hardly ever all there are. */
export function areGeneral(tables: readonly (HuffmanTable | undefined)[]): boolean {
  return tables.slice(AC_TABLES).some((table) => table?.symbols.length === AC_SYMBOLS);
}

/** Number of bytes of the table in a DHT segment. */
export function tableBytes({ symbols }: HuffmanTable): number {
  return TABLE_HEAD_BYTES + MAX_CODE_BITS + symbols.length;
}

/** All codes of a length count up; each further bit doubles. */
export function canonicalCodes({ counts, symbols }: HuffmanTable): Code[] {
  const codes: Code[] = [];
  let code = 0;
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    for (let n = 0; n < counts[length - 1]!; n++) codes.push({ symbol: symbols[codes.length]!, code: code++, length });
    code *= 2;
  }
  return codes;
}

/** How many bits of a difference follow. */
function isDcSymbol(symbol: number): boolean {
  return symbol <= 11;
}

/** How many zeros come first, and how many bits of a coefficient follow; or none at all: end of block, or sixteen zeros. */
function isAcSymbol(symbol: number): boolean {
  const size = symbol & 15;
  return size === 0 ? symbol === 0 || symbol === 0xf0 : size <= 10;
}

/** No more codes than their lengths leave room for. */
function isPrefixFree({ counts }: HuffmanTable): boolean {
  return counts.reduce((used, count, at) => used + count * 2 ** (MAX_CODE_BITS - 1 - at), 0) <= 2 ** MAX_CODE_BITS;
}
