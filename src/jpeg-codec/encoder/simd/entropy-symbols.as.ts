/**
 * Coefficients as entropy symbols (ISO/IEC 10918-1, F.1.2), before they have codes. Each is stored in 4 bytes: its key, which is
 * `table << 8 | symbol`, in the upper half, and the bits that follow the symbol in the lower.
 */

/** In a quantization table: 64 reciprocals of 4 bytes, then half of each of the 64 divisors. See `write-quantization-tables.ts`. */
const HALVES: usize = 256;
const LAST: i32 = 63;
const ZRL: i32 = 0xf0;
const EOB: i32 = 0;

/** Where the next symbol goes; how often each key occurred; the zigzag order, by place in the block, then by place in the file. */
let at: usize = 0;
let frequencies: usize = 0;
let zigzag: usize = 0;

export function beginSymbols(symbols: usize, counts: usize, order: usize): void {
  at = symbols;
  frequencies = counts;
  zigzag = order;
}

/** Behind the last symbol. */
export function symbolsEnd(): usize {
  return at;
}

/** Divides coefficients by their quantization steps, both times eight, and rounds halves away from zero. Returns a bit for each that is not zero. */
export function quantize(block: usize, table: usize): u64 {
  let used: u64 = 0;
  // Half is added: no whole number and a half is so near to a multiple of a divisor that 24 bits would round it to the wrong side.
  const half = f32x4.splat(0.5);
  for (let row = 0; row < 8; row++) {
    const values = v128.load(block);
    const signs = i16x8.shr_s(values, 15);
    const sizes = i16x8.add(i16x8.abs(values), v128.load(table + HALVES));
    const low = f32x4.mul(f32x4.add(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(sizes)), half), v128.load(table + (row << 4)));
    const high = f32x4.mul(f32x4.add(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(sizes)), half), v128.load(table + (row << 4), 16));
    const quotients = i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(low), i32x4.trunc_sat_f32x4_s(high));
    const all = i16x8.sub(v128.xor(quotients, signs), signs);
    v128.store(block, all);
    used |= <u64>i16x8.bitmask(i16x8.ne(all, i16x8.splat(0))) << (row << 3);
    block += 16;
    table += 16;
  }
  return used;
}

/** `used`: a bit for each coefficient that is not zero. `dc`, `ac`: numbers of Huffman tables, times 256. `prediction`: the last block's DC coefficient. */
export function putBlock(block: usize, used: u64, dc: i32, ac: i32, prediction: usize): void {
  const first = <i32>load<i16>(block);
  put(dc, first - load<i32>(prediction));
  store<i32>(prediction, first);
  // The same bits in zigzag order.
  let rest: u64 = 0;
  for (let bits = used & ~1; bits != 0; bits &= bits - 1) rest |= 1 << <u64>load<u8>(zigzag + <usize>ctz(bits));
  let last = 0;
  for (; rest != 0; rest &= rest - 1) {
    const place = <i32>ctz(rest);
    let zeros = place - last - 1;
    for (; zeros > 15; zeros -= 16) count(ac | ZRL, 0);
    put(ac | (zeros << 4), <i32>load<i16>(block + (<usize>load<u8>(zigzag + 64 + <usize>place) << 1)));
    last = place;
  }
  if (last < LAST) count(ac | EOB, 0);
}

/** A block outside of the picture: the same level as the last block, and nothing else. */
export function putEmptyBlock(dc: i32, ac: i32): void {
  count(dc, 0);
  count(ac | EOB, 0);
}

/** A symbol ends with the number of bits that follow it. A negative number's are those of the number less one. */
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
