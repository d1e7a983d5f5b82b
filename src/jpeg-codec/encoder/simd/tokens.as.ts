/** Coefficients as the symbols and bits that a JPEG's coded data is made of (ISO/IEC 10918-1, F.1.2), before they have codes. */

/** Of a quantum table: 64 factors of 4 bytes, then 64 numbers of 2. See `write-quanta.ts`. */
const HALVES: usize = 256;
const LAST: i32 = 63;
const SIXTEEN_ZEROS: i32 = 0xf0;
const END_OF_BLOCK: i32 = 0;

/** Where the next token goes, how often each occurred, and where the order of coefficients lies: place by number, number by place. */
let at: usize = 0;
let frequencies: usize = 0;
let order: usize = 0;

export function beginTokens(tokens: usize, counts: usize, zigzag: usize): void {
  at = tokens;
  frequencies = counts;
  order = zigzag;
}

/** Behind the last token. */
export function tokensEnd(): usize {
  return at;
}

/**
 * Divides eight times the coefficients by eight times their quanta, rounding halves away from zero. Returns which are not zero, by bits.
 */
export function quantise(block: usize, quanta: usize): u64 {
  let used: u64 = 0;
  // A whole number and a half is never so near to the next multiple of a divisor that 24 bits would mistake it.
  const half = f32x4.splat(0.5);
  for (let row = 0; row < 8; row++) {
    const values = v128.load(block);
    const signs = i16x8.shr_s(values, 15);
    const sizes = i16x8.add(i16x8.abs(values), v128.load(quanta + HALVES));
    const low = f32x4.mul(f32x4.add(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(sizes)), half), v128.load(quanta + (row << 4)));
    const high = f32x4.mul(f32x4.add(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(sizes)), half), v128.load(quanta + (row << 4), 16));
    const quotients = i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(low), i32x4.trunc_sat_f32x4_s(high));
    const all = i16x8.sub(v128.xor(quotients, signs), signs);
    v128.store(block, all);
    used |= <u64>i16x8.bitmask(i16x8.ne(all, i16x8.splat(0))) << (row << 3);
    block += 16;
    quanta += 16;
  }
  return used;
}

/** `used`: which of the 64 numbers are not zero. `dc`, `ac`: numbers of tables, times 256. `prediction`: the first of the block before. */
export function putBlock(block: usize, used: u64, dc: i32, ac: i32, prediction: usize): void {
  const first = <i32>load<i16>(block);
  put(dc, first - load<i32>(prediction));
  store<i32>(prediction, first);
  // The same bits in the order of the file.
  let rest: u64 = 0;
  for (let bits = used & ~1; bits != 0; bits &= bits - 1) rest |= 1 << <u64>load<u8>(order + <usize>ctz(bits));
  let last = 0;
  for (; rest != 0; rest &= rest - 1) {
    const place = <i32>ctz(rest);
    let zeros = place - last - 1;
    for (; zeros > 15; zeros -= 16) count(ac | SIXTEEN_ZEROS, 0);
    put(ac | (zeros << 4), <i32>load<i16>(block + (<usize>load<u8>(order + 64 + <usize>place) << 1)));
    last = place;
  }
  if (last < LAST) count(ac | END_OF_BLOCK, 0);
}

/** A block that lies outside of the picture: the same level as the one before, and nothing else. */
export function putEmptyBlock(dc: i32, ac: i32): void {
  count(dc, 0);
  count(ac | END_OF_BLOCK, 0);
}

/** A number: how many bits it takes, and those bits, of negative ones less one. */
function put(key: i32, value: i32): void {
  const size = 32 - <i32>clz(value < 0 ? -value : value);
  count(key | size, (value + (value >> 31)) & ((1 << size) - 1));
}

function count(key: i32, bits: i32): void {
  const entry = frequencies + (<usize>key << 2);
  store<u32>(entry, load<u32>(entry) + 1);
  store<u32>(at, (key << 16) | bits);
  at += 4;
}
