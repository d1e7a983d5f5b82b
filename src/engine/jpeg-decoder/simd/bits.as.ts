/** Coded data as bits, and of those the coefficients of a block (ISO/IEC 10918-1, F.2.2). */

/** A table of lookups, one of limits and one of offsets by length, and the symbols: see `lookup-table.ts`. */
const LOOKUP_BITS: i32 = 10;
const LIMITS: usize = 4 << LOOKUP_BITS;
const OFFSETS: usize = LIMITS + 17 * 4;
const SYMBOLS: usize = OFFSETS + 17 * 4;
/** In a lookup: a coefficient's bits are still to be read, as many as its upper half says. */
const BITS_FOLLOW: i32 = 128;
/** What an end of block skips: no run reaches it. */
const SKIP_ALL: i32 = 128;
/** Ten blocks of 64 codes of 27 bits, each byte followed by a zero, and what is read ahead. */
const MOST_GROUP_BYTES: usize = 8192;

/** The next bits, the first of them uppermost, and how many of them there are. */
let bits: u64 = 0;
let held: i32 = 0;
/** Of the held ones, zeros put in behind the end of the data. */
let fake: i32 = 0;
let at: usize = 0;
let end: usize = 0;
let isLast: bool = false;

/** Where coded data lies now; it goes on where the last left off. 8 bytes behind it may be read. */
export function setData(from: usize, to: usize, last: bool): void {
  at = from;
  end = to;
  isLast = last;
}

/** Where the first byte lies that has not been taken. */
export function position(): usize {
  return at;
}

/** There is enough for any group of blocks, or all there will ever be. */
export function hasGroup(): bool {
  return isLast || at + MOST_GROUP_BYTES <= end;
}

/** More bits were taken than there are. */
export function isOverdrawn(): bool {
  return held < fake;
}

/** Nothing is left before the next mark but what fills the last byte up. */
export function isSpent(): bool {
  return held - fake <= 7;
}

export function dropBits(): void {
  bits = 0;
  held = 0;
  fake = 0;
}

/** The mark that stands here, of which any number of 0xFF may be the beginning; 0: none. */
export function markAhead(): u32 {
  let place = at;
  while (place + 1 < end && load<u8>(place) == 0xff && load<u8>(place, 1) == 0xff) place++;
  return place + 1 < end && load<u8>(place) == 0xff ? load<u8>(place, 1) : 0;
}

/** Steps behind the mark that stands here. */
export function skipMark(): void {
  while (load<u8>(at) == 0xff) at++;
  at++;
}

/**
 * Reads a block: each coefficient times its quantum, put where it belongs in 64 numbers of 16 bits that were zero. Returns the place,
 * in the order of the file, of the last that was read, or -1 where no code fits.
 */
export function readBlock(entry: usize, block: usize): i32 {
  let b = bits;
  let h = held;
  let p = at;
  const to = end;
  let table = <usize>load<u32>(entry);
  const quanta = <usize>load<u32>(entry, 8);
  let k = 0;
  let top = 0;
  while (k < 64) {
    // A code of 16 bits and 11 that follow.
    if (h < 32) {
      const four = bswap<u32>(load<u32>(p));
      // None of the four is 0xFF: then their complement has no zero, which is what the difference finds.
      if (p + 4 <= to && ((~four - 0x01010101) & four & 0x80808080) == 0) {
        b |= <u64>four << (32 - h);
        h += 32;
        p += 4;
      } else {
        while (h <= 48) {
          let byte: u32 = p < to ? load<u8>(p) : 0xff;
          if (byte != 0xff) p++;
          else if (p + 1 < to && load<u8>(p, 1) == 0) p += 2;
          else {
            byte = 0;
            fake += 8;
          }
          b |= <u64>byte << (56 - h);
          h += 8;
        }
      }
    }
    let found = load<i32>(table + (<usize>(b >>> (64 - LOOKUP_BITS)) << 2));
    let length = found & 31;
    if (length == 0) {
      const next = <i32>(b >>> 48);
      length = LOOKUP_BITS + 1;
      while (length <= 16 && next >= load<i32>(table + LIMITS + (<usize>length << 2))) length++;
      if (length > 16) return -1;
      const symbol = <i32>load<u8>(table + SYMBOLS + <usize>((next >> (16 - length)) + load<i32>(table + OFFSETS + (<usize>length << 2))));
      // The first coefficient's has no run, and its nothing is no end.
      found = symbol == 0 && k > 0 ? SKIP_ALL << 8 : BITS_FOLLOW | ((symbol >> 4) << 8) | ((symbol & 15) << 16);
    }
    b <<= length;
    h -= length;
    let value = found >> 16;
    if (found & BITS_FOLLOW) {
      const size = value;
      const raw = <i32>(b >>> 1 >>> (63 - size));
      value = size > 0 && raw < 1 << (size - 1) ? raw - (1 << size) + 1 : raw;
      b <<= size;
      h -= size;
    }
    if (k == 0) {
      const prediction = <usize>load<u32>(entry, 12);
      value += load<i32>(prediction);
      store<i32>(prediction, value);
      table = <usize>load<u32>(entry, 4);
    } else {
      k += (found >> 8) & 255;
      if (k > 63) {
        if (k < SKIP_ALL) return -1;
        break;
      }
      top = k;
    }
    const quantum = load<i32>(quanta + (<usize>k << 2));
    store<i16>(block + <usize>(quantum & 0xffff), value * (quantum >> 16));
    k++;
  }
  bits = b;
  held = h;
  at = p;
  return top;
}
