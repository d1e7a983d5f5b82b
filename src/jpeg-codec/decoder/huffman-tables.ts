/** Reads and checks the Huffman tables of a file, since the WebAssembly module trusts them. */
import { AC_TABLES, type HuffmanTable, MAX_CODE_BITS, TABLES_PER_CLASS } from "../huffman-table.js";
import { DHT } from "../markers.js";
import type { Segment } from "./segments.js";

/** The byte that says which table follows: class and number. */
const TABLE_HEAD_BYTES = 1;

/**
 * DC tables by number, then AC tables from `AC_TABLES` on; the last definition counts. `undefined`: damaged, or with symbols that
 * 8-bit baseline does not have.
 */
export function readHuffmanTables(
  bytes: Uint8Array,
  segments: readonly Segment[],
): (HuffmanTable | undefined)[] | undefined {
  const tables: (HuffmanTable | undefined)[] = [undefined, undefined, undefined, undefined];
  for (const { start, end } of segments.filter(({ marker }) => marker === DHT)) {
    for (let at = start; at < end;) {
      const tableClass = bytes[at]! >> 4;
      const number = bytes[at]! & 15;
      const counts = bytes.subarray(at + TABLE_HEAD_BYTES, at + TABLE_HEAD_BYTES + MAX_CODE_BITS);
      const from = at + TABLE_HEAD_BYTES + MAX_CODE_BITS;
      at = from + counts.reduce((sum, count) => sum + count, 0);
      if (tableClass > 1 || number >= TABLES_PER_CLASS || at > end) return undefined;
      const table = { counts, symbols: bytes.subarray(from, at) };
      if (!table.symbols.every(tableClass === 0 ? isDcSymbol : isAcSymbol) || !isPrefixFree(table)) return undefined;
      tables[tableClass * AC_TABLES + number] = table;
    }
  }
  return tables;
}

/** The number of bits of the difference that follow. */
function isDcSymbol(symbol: number): boolean {
  return symbol <= 11;
}

/**
 * The number of zeros that come first, and of bits of a coefficient that follow. Without bits it means end of block, or sixteen
 * zeros.
 */
function isAcSymbol(symbol: number): boolean {
  const size = symbol & 15;
  return size === 0 ? symbol === 0 || symbol === 0xf0 : size <= 10;
}

/** Whether there are no more codes than their lengths leave room for. */
function isPrefixFree({ counts }: HuffmanTable): boolean {
  return counts.reduce((used, count, at) => used + count * 2 ** (MAX_CODE_BITS - 1 - at), 0) <= 2 ** MAX_CODE_BITS;
}
