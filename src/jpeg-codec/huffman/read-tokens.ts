import { type DecodeTable, LOOKAHEAD_BITS, longEntry } from "./decode-table.js";
import type { Scan } from "../scan.js";
import { unstuff } from "./stuffing.js";

/** Coded data taken apart, as far as coding goes: the coefficients stay what they are, unread. */
export interface Tokens {
  /** Each: number of its table, its symbol, then 16 bits with those that follow the symbol; `(table << 8 | symbol) << 16 | bits`. */
  list: Int32Array;
  count: number;
  /** How often each symbol of each table occurs, by `table << 8 | symbol`. */
  frequencies: Uint32Array;
}

/** The list then takes 128 MiB. A picture of that many tokens has some 20 MB, more than any endpoint takes. */
const MAX_TOKENS = 2 ** 25;
const COEFFICIENTS = 64;
/** A token takes at most 16 bits and 11; a block that runs over the end is noticed when it is done. */
const SPARE_BYTES = (COEFFICIENTS * 27) / 8 + 8;
/** Positions are counted in bits, in 32 of them. */
const MAX_DATA_BYTES = 2 ** 27;
/** Of 32 bits read from a whole byte on, at most 7 are past. */
const SURE_BITS = 25;

/** `undefined`: damaged, or too large. */
export function readTokens(data: Uint8Array, { units, blocks }: Scan, tables: readonly (DecodeTable | undefined)[]): Tokens | undefined {
  const plan = blocks.map(({ dc, ac }) => ({ dc, ac, dcTable: tables[dc], acTable: tables[ac] }));
  const plain = data.length <= MAX_DATA_BYTES ? unstuff(data, SPARE_BYTES) : undefined;
  if (!plain) return undefined;
  const view = new DataView(plain.bytes.buffer);
  const end = plain.length * 8;
  const frequencies = new Uint32Array(tables.length << 8);
  let list = new Int32Array(Math.min(2 * plain.length + COEFFICIENTS, MAX_TOKENS));
  let count = 0;
  let at = 0;
  for (let unit = 0; unit < units; unit++) {
    for (const { dc, ac, dcTable, acTable } of plan) {
      if (!dcTable || !acTable || at > end) return undefined;
      if (count + COEFFICIENTS > list.length) {
        if (list.length === MAX_TOKENS) return undefined;
        const longer = new Int32Array(Math.min(2 * list.length, MAX_TOKENS));
        longer.set(list);
        list = longer;
      }
      let table = dcTable;
      let number = dc << 8;
      let coefficient = 0;
      while (coefficient < COEFFICIENTS) {
        const window = view.getInt32(at >>> 3) << (at & 7);
        const entry = table.short[window >>> (32 - LOOKAHEAD_BITS)]! || longEntry(table, window >>> 16);
        if (entry === 0) return undefined;
        const length = entry >>> 8;
        const symbol = entry & 255;
        const size = symbol & 15;
        let rest = window << length;
        if (length + size > SURE_BITS) rest = view.getInt32((at + length) >>> 3) << ((at + length) & 7);
        at += length + size;
        const key = number | symbol;
        frequencies[key]!++;
        // In two steps: a shift by 32 would be none at all.
        list[count++] = (key << 16) | (rest >>> 1 >>> (31 - size));
        if (coefficient === 0) {
          coefficient = 1;
          table = acTable;
          number = ac << 8;
        } else {
          if (symbol === 0) break;
          coefficient += (symbol >>> 4) + 1;
        }
      }
      if (coefficient > COEFFICIENTS) return undefined;
    }
  }
  // Less than a byte of filling; more than that would be data of nothing.
  return at <= end && end - at < 8 ? { list, count, frequencies } : undefined;
}
