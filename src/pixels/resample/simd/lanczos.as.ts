/**
 * The resampling kernel in AssemblyScript, compiled to WebAssembly SIMD by `build-kernels.mjs`. `scalar-kernel.ts` is its twin in
 * plain TypeScript and gives the same bytes; read that first. Weights have 14 fraction bits, lines between the two passes 6.
 *
 * One instruction multiplies two pairs of 16-bit numbers and adds each pair up. So rows are kept in pairs, a byte of the upper
 * beside the byte below it, and lines in pairs of pixels, and neither has to be put in order again for each target pixel.
 * Reads and writes run past the ends: the arrays must leave room.
 */

/** Two rows' bytes side by side, each in 16 bits. Reads up to 15 bytes past the rows' ends, writes 4 bytes for each that it reads. */
export function pairRows(upper: usize, stride: usize, out: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const above = v128.load(upper + at);
    const below = v128.load(upper + stride + at);
    const near = i8x16.shuffle(above, below, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const far = i8x16.shuffle(above, below, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    const to = out + (at << 2);
    v128.store(to, i16x8.extend_low_i8x16_u(near));
    v128.store(to, i16x8.extend_high_i8x16_u(near), 16);
    v128.store(to, i16x8.extend_low_i8x16_u(far), 32);
    v128.store(to, i16x8.extend_high_i8x16_u(far), 48);
  }
}

/**
 * One line of the target's height from `pairs` paired rows, rounded to 16 bits a channel, pixels in pairs: red, red, green, green
 * and so on. The pairs lie `pairBytes` apart from `first` on, and go on at `ring` when `ringEnd` is reached. `bytes` are those
 * of a source row; up to 112 are written past the line's end. `start`: of each colour's sum.
 */
export function blendRows(first: usize, ring: usize, ringEnd: usize, pairBytes: usize, weights: usize, pairs: i32, line: usize, bytes: usize, start: i32): void {
  const half = i32x4.replace_lane(i32x4.splat(start), 3, 1 << 7);
  const ringBytes = ringEnd - ring;
  for (let at: usize = 0; at < bytes; at += 32) {
    let a = half, b = half, c = half, d = half, e = half, f = half, g = half, h = half;
    let pair = first + (at << 2);
    const end = ringEnd + (at << 2);
    let weight = weights;
    for (let left = pairs; left > 0; left--) {
      const two = v128.load32_splat(weight);
      a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load(pair), two));
      b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load(pair, 16), two));
      c = i32x4.add(c, i32x4.dot_i16x8_s(v128.load(pair, 32), two));
      d = i32x4.add(d, i32x4.dot_i16x8_s(v128.load(pair, 48), two));
      e = i32x4.add(e, i32x4.dot_i16x8_s(v128.load(pair, 64), two));
      f = i32x4.add(f, i32x4.dot_i16x8_s(v128.load(pair, 80), two));
      g = i32x4.add(g, i32x4.dot_i16x8_s(v128.load(pair, 96), two));
      h = i32x4.add(h, i32x4.dot_i16x8_s(v128.load(pair, 112), two));
      pair += pairBytes;
      if (pair >= end) pair -= ringBytes;
      weight += 4;
    }
    const out = line + (at << 1);
    v128.store(out, sideBySide(a, b));
    v128.store(out, sideBySide(c, d), 16);
    v128.store(out, sideBySide(e, f), 32);
    v128.store(out, sideBySide(g, h), 48);
  }
}

/** Two pixels' sums as the 16-bit channels of a line. */
function sideBySide(left: v128, right: v128): v128 {
  const both = i16x8.narrow_i32x4_s(i32x4.shr_s(left, 8), i32x4.shr_s(right, 8));
  return i8x16.shuffle(both, both, 0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15);
}

/**
 * One row of target pixels from a line, four at a time; up to 12 bytes are written past its end. `starts` and `weights` are there
 * for whole fours, the weights pair by pair for four pixels each. `swap`: blue comes first in the source; `cover`: bits set in
 * every pixel.
 */
export function blendColumns(line: usize, starts: usize, weights: usize, pairs: i32, out: usize, count: i32, swap: bool, cover: i32): void {
  const half = i32x4.splat(1 << 19);
  const set = i32x4.splat(cover);
  let weight = weights;
  for (let x = 0; x < count; x += 4) {
    let a = half, b = half, c = half, d = half;
    let first = line + (<usize>load<i32>(starts) << 3);
    let second = line + (<usize>load<i32>(starts, 4) << 3);
    let third = line + (<usize>load<i32>(starts, 8) << 3);
    let fourth = line + (<usize>load<i32>(starts, 12) << 3);
    for (let left = pairs; left > 0; left--) {
      a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load(first), v128.load32_splat(weight)));
      b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load(second), v128.load32_splat(weight, 4)));
      c = i32x4.add(c, i32x4.dot_i16x8_s(v128.load(third), v128.load32_splat(weight, 8)));
      d = i32x4.add(d, i32x4.dot_i16x8_s(v128.load(fourth), v128.load32_splat(weight, 12)));
      first += 16;
      second += 16;
      third += 16;
      fourth += 16;
      weight += 16;
    }
    const near = i16x8.narrow_i32x4_s(i32x4.shr_s(a, 20), i32x4.shr_s(b, 20));
    const far = i16x8.narrow_i32x4_s(i32x4.shr_s(c, 20), i32x4.shr_s(d, 20));
    let bytes = i8x16.narrow_i16x8_u(near, far);
    if (swap) bytes = i8x16.shuffle(bytes, bytes, 2, 1, 0, 3, 6, 5, 4, 7, 10, 9, 8, 11, 14, 13, 12, 15);
    v128.store(out, v128.or(bytes, set));
    starts += 16;
    out += 16;
  }
}

/** Pixels as they are, in the target's order; up to 12 bytes are written past their end. */
export function copyPixels(from: usize, to: usize, count: i32, swap: bool, cover: i32): void {
  const set = i32x4.splat(cover);
  const end = from + (<usize>count << 2);
  for (; from < end; from += 16) {
    let bytes = v128.load(from);
    if (swap) bytes = i8x16.shuffle(bytes, bytes, 2, 1, 0, 3, 6, 5, 4, 7, 10, 9, 8, 11, 14, 13, 12, 15);
    v128.store(to, v128.or(bytes, set));
    to += 16;
  }
}

/** All pixels' bits combined: AND in the lower, OR in the upper half of the result's alpha bytes, as `and | or << 8`. */
export function coverOf(pixels: usize, count: i32): i32 {
  let all = i32x4.splat(-1);
  let any = i32x4.splat(0);
  let at = pixels;
  const end = pixels + (<usize>(count & ~3) << 2);
  for (; at < end; at += 16) {
    const four = v128.load(at);
    all = v128.and(all, four);
    any = v128.or(any, four);
  }
  let and = i32x4.extract_lane(all, 0) & i32x4.extract_lane(all, 1) & i32x4.extract_lane(all, 2) & i32x4.extract_lane(all, 3);
  let or = i32x4.extract_lane(any, 0) | i32x4.extract_lane(any, 1) | i32x4.extract_lane(any, 2) | i32x4.extract_lane(any, 3);
  for (let rest = 0; rest < (count & 3); rest++) {
    const pixel = load<i32>(at + (<usize>rest << 2));
    and &= pixel;
    or |= pixel;
  }
  return ((and >>> 24) & 255) | ((or >>> 24) << 8);
}
