/** Coded data as bits, and the coefficients of a block from those (ISO/IEC 10918-1, F.2.2). */
import { isAtMarker, unstuff } from "./coded-bytes.as.js";

/** A Huffman table: entries by the next bits, limits and offsets by length, and the symbols. See `lookup-table.ts`. */
const LOOKUP_BITS: i32 = 10;
const LIMITS: usize = 4 << LOOKUP_BITS;
const OFFSETS: usize = LIMITS + 17 * 4;
const SYMBOLS: usize = OFFSETS + 17 * 4;
/** An entry with this flag holds a coefficient; else it holds the symbol alone, or, of length 0, nothing. */
const IS_COMPLETE: i32 = 128;
/** Ten blocks of 64 codes of 27 bits, and what is read ahead. */
const MAX_MCU_BYTES: usize = 2304;

/** Data without its stuffed zeros. There is room for a whole piece, and for what is left of the one before. */
let data: usize = 0;
let dataEnd: usize = 0;
/** The next bits, the first of them uppermost; how many they are; where the next byte lies. */
let bits: u64 = 0;
let held: i32 = 0;
let at: usize = 0;

/** At the beginning of a picture, and behind a restart marker. `buffer`: where data may be put. */
export function beginBits(buffer: usize): void {
  data = buffer;
  dataEnd = buffer;
  at = buffer;
  bits = 0;
  held = 0;
}

/** Whether there is enough data for any MCU, or all of it up to the next marker, with zeros behind it. */
export function hasMcu(): bool {
  if (isAtMarker() || at + MAX_MCU_BYTES <= dataEnd) return true;
  const left = dataEnd - at;
  memory.copy(data, at, left);
  at = data;
  dataEnd = unstuff(data + left);
  if (isAtMarker()) memory.fill(dataEnd, 0, MAX_MCU_BYTES);
  return isAtMarker() || at + MAX_MCU_BYTES <= dataEnd;
}

/** Whether more bits were taken than there were. */
export function isOverdrawn(): bool {
  return bitsLeft() < 0;
}

/** Whether nothing is left before the next marker but the bits that fill up the last byte. */
export function isSpent(): bool {
  return isAtMarker() && bitsLeft() <= 7;
}

function bitsLeft(): i32 {
  return (<i32>(dataEnd - at) << 3) + held;
}

/**
 * Reads a block: puts each coefficient, times its quantization step, into its place among 64 numbers of 16 bits that were zero. Returns
 * the zigzag index of the last one that was read, or -1 where no code fits.
 */
export function readBlock(entry: usize, block: usize): i32 {
  let b = bits;
  let h = held;
  let p = at;
  const steps = <usize>load<u32>(entry, 8);
  let table = <usize>load<u32>(entry);
  let k = 0;
  do {
    // A code and the bits behind it take at most 27. A byte that was read only in part is read again, and sets the same bits.
    if (h < 27) {
      b |= bswap<u64>(load<u64>(p)) >>> h;
      p += (63 - h) >> 3;
      h |= 56;
    }
    const found = load<i32>(table + (<usize>(b >>> (64 - LOOKUP_BITS)) << 2));
    let value = found >> 16;
    if (found & IS_COMPLETE) {
      const length = found & 31;
      b <<= length;
      h -= length;
      k += (found >> 8) & 15;
    } else {
      let length = found & 31;
      let symbol = value;
      if (length == 0) {
        const next = <i32>(b >>> 48);
        length = LOOKUP_BITS + 1;
        while (length <= 16 && next >= load<i32>(table + LIMITS + (<usize>length << 2))) length++;
        if (length > 16) return -1;
        symbol = <i32>load<u8>(table + SYMBOLS + <usize>((next >> (16 - length)) + load<i32>(table + OFFSETS + (<usize>length << 2))));
      }
      b <<= length;
      h -= length;
      // "End of block". As a DC symbol 0 means that the level is that of the block before.
      if (symbol == 0 && k > 0) break;
      const size = symbol & 15;
      const following = <i32>(b >>> 1 >>> (63 - size));
      value = size > 0 && following < 1 << (size - 1) ? following - (1 << size) + 1 : following;
      b <<= size;
      h -= size;
      k += symbol >> 4;
    }
    if (k == 0) {
      const prediction = <usize>load<u32>(entry, 12);
      value += load<i32>(prediction);
      store<i32>(prediction, value);
      table = <usize>load<u32>(entry, 4);
    }
    // The step above the place of its coefficient.
    const step = load<i32>(steps + (<usize>k << 2));
    store<i16>(block + <usize>(step & 0xffff), value * (step >> 16));
    k++;
  } while (k < 64);
  bits = b;
  held = h;
  at = p;
  return k > 64 ? -1 : k - 1;
}
