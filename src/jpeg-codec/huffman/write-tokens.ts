import { canonicalCodes, type HuffmanTable } from "../huffman-table.js";
import type { Tokens } from "./read-tokens.js";

/** Codes by `table << 8 | symbol`, as tokens have it: the code above its length, which takes 5 bits. */
const LENGTH_BITS = 5;
const LENGTH_MASK = (1 << LENGTH_BITS) - 1;

/** Writes the coded data to `into` from `start` on and says where it ended. There must be room for `maxDataBytes`. */
export function writeTokens({ list, count }: Tokens, tables: readonly (HuffmanTable | undefined)[], into: Uint8Array, start: number): number {
  const codes = codesByKey(tables);
  let at = start;
  let pending = 0;
  let free = 32;
  for (let n = 0; n < count; n++) {
    const token = list[n]!;
    const entry = codes[token >>> 16]!;
    const size = (token >>> 16) & 15;
    const value = ((entry >>> LENGTH_BITS) << size) | (token & 0xffff);
    const length = (entry & LENGTH_MASK) + size;
    if (length < free) {
      pending = (pending << length) | value;
      free -= length;
      continue;
    }
    const left = length - free;
    const word = (pending << free) | (value >>> left);
    // Four bytes at a time unless one of them is 0xFF: then the complement has a zero, which is what the sum finds.
    if (((~word - 0x01010101) & word & 0x80808080) === 0) {
      into[at] = word >>> 24;
      into[at + 1] = word >>> 16;
      into[at + 2] = word >>> 8;
      into[at + 3] = word;
      at += 4;
    } else {
      for (let shift = 24; shift >= 0; shift -= 8) at = putByte(into, at, word >>> shift);
    }
    // The bits already written are above the `left` lowest, and get pushed out.
    pending = value;
    free = 32 - left;
  }
  // The last byte is filled up with ones.
  const used = 32 - free;
  const word = used === 0 ? 0 : (pending << free) | (2 ** free - 1);
  for (let bits = 0; bits < used; bits += 8) at = putByte(into, at, word >>> (24 - bits));
  return at;
}

/** The most bytes the tokens can take with these tables: each of them stuffed. */
export function maxDataBytes({ frequencies }: Pick<Tokens, "frequencies">, tables: readonly (HuffmanTable | undefined)[]): number {
  const codes = codesByKey(tables);
  const bits = frequencies.reduce((sum, frequency, key) => sum + frequency * ((codes[key]! & LENGTH_MASK) + (key & 15)), 0);
  return 2 * Math.ceil(bits / 8);
}

/** By `table << 8 | symbol`: each above its length. */
export function codesByKey(tables: readonly (HuffmanTable | undefined)[]): Uint32Array {
  const codes = new Uint32Array(tables.length << 8);
  tables.forEach((table, number) => {
    if (!table) return;
    for (const { symbol, code, length } of canonicalCodes(table)) codes[(number << 8) | symbol] = (code << LENGTH_BITS) | length;
  });
  return codes;
}

function putByte(into: Uint8Array, at: number, byte: number): number {
  into[at] = byte;
  if ((byte & 0xff) !== 0xff) return at + 1;
  into[at + 1] = 0;
  return at + 2;
}
