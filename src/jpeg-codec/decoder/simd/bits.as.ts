/** Coded data as bits, and of those the coefficients of a block (ISO/IEC 10918-1, F.2.2). */
import { isAtMark, takePlain } from "./given-data.as.js";

/** A table of lookups, one of limits and one of offsets by length, and the symbols: see `lookup-table.ts`. */
const LOOKUP_BITS: i32 = 10;
const LIMITS: usize = 4 << LOOKUP_BITS;
const OFFSETS: usize = LIMITS + 17 * 4;
const SYMBOLS: usize = OFFSETS + 17 * 4;
/** A lookup holds a coefficient; else it holds the symbol alone, or, of length 0, nothing. */
const IS_WHOLE: i32 = 128;
/** Ten blocks of 64 codes of 27 bits, and what is read ahead. */
const MOST_GROUP_BYTES: usize = 2304;

/** Where data lies once the zeros behind its 0xFF are gone; there is room for all that is given at a time, and what was left. */
let plain: usize = 0;
let plainEnd: usize = 0;
/** The next bits, the first of them uppermost, how many there are, and where the next byte lies. */
let bits: u64 = 0;
let held: i32 = 0;
let at: usize = 0;

/** Before the first data of a picture, or behind a mark. */
export function beginBits(place: usize): void {
  plain = place;
  plainEnd = place;
  at = place;
  bits = 0;
  held = 0;
}

/** There is enough for any group of blocks, or all there is up to the next mark, and zeros behind it. */
export function hasGroup(): bool {
  if (isAtMark() || at + MOST_GROUP_BYTES <= plainEnd) return true;
  const left = plainEnd - at;
  memory.copy(plain, at, left);
  at = plain;
  plainEnd = takePlain(plain + left);
  if (isAtMark()) memory.fill(plainEnd, 0, MOST_GROUP_BYTES);
  return isAtMark() || at + MOST_GROUP_BYTES <= plainEnd;
}

/** More bits were taken than there are. */
export function isOverdrawn(): bool {
  return bitsLeft() < 0;
}

/** Nothing is left before the next mark but what fills the last byte up. */
export function isSpent(): bool {
  return isAtMark() && bitsLeft() <= 7;
}

function bitsLeft(): i32 {
  return (<i32>(plainEnd - at) << 3) + held;
}

/**
 * Reads a block: each coefficient times its quantum, put where it belongs in 64 numbers of 16 bits that were zero. Returns the place,
 * in the order of the file, of the last that was read, or -1 where no code fits.
 */
export function readBlock(entry: usize, block: usize): i32 {
  let b = bits;
  let h = held;
  let p = at;
  const quanta = <usize>load<u32>(entry, 8);
  let table = <usize>load<u32>(entry);
  let k = 0;
  do {
    // A code and what follows it take 27 bits. Those of a byte that is not counted yet are the same when they are put in again.
    if (h < 27) {
      b |= bswap<u64>(load<u64>(p)) >>> h;
      p += (63 - h) >> 3;
      h |= 56;
    }
    const found = load<i32>(table + (<usize>(b >>> (64 - LOOKUP_BITS)) << 2));
    let value = found >> 16;
    if (found & IS_WHOLE) {
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
      // Of the first coefficient it is no end, but says that it is that of the block before.
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
    const quantum = load<i32>(quanta + (<usize>k << 2));
    store<i16>(block + <usize>(quantum & 0xffff), value * (quantum >> 16));
    k++;
  } while (k < 64);
  bits = b;
  held = h;
  at = p;
  return k > 64 ? -1 : k - 1;
}
