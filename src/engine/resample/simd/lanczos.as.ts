/**
 * The resampling kernel in AssemblyScript, compiled to WebAssembly SIMD by `build.mjs` beside it. `scalar.ts` is its twin in
 * plain TypeScript and gives the same bytes; read that first. Weights have 14 fraction bits, lines between the two passes 6.
 * Reads run up to 32 bytes past the end of a row, and writes up to 64 past the end of a line: the caller leaves room.
 */

/** One line of the target's height from `pairs` x 2 rows of source bytes, rounded to 16 bits a channel. `start`: of each colour's sum. */
export function blendRows(rows: usize, stride: usize, weights: usize, pairs: i32, line: usize, bytes: usize, start: i32): void {
  const half = i32x4.replace_lane(i32x4.splat(start), 3, 1 << 7);
  for (let at: usize = 0; at < bytes; at += 32) {
    let a = half, b = half, c = half, d = half, e = half, f = half, g = half, h = half;
    let row = rows + at;
    let weight = weights;
    for (let pair = 0; pair < pairs; pair++) {
      // Two rows' bytes side by side, so that one instruction multiplies and adds both.
      const two = v128.load32_splat(weight);
      let upper = v128.load(row);
      let lower = v128.load(row + stride);
      let near = i8x16.shuffle(upper, lower, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      let far = i8x16.shuffle(upper, lower, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
      a = i32x4.add(a, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(near), two));
      b = i32x4.add(b, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(near), two));
      c = i32x4.add(c, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(far), two));
      d = i32x4.add(d, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(far), two));
      upper = v128.load(row, 16);
      lower = v128.load(row + stride, 16);
      near = i8x16.shuffle(upper, lower, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      far = i8x16.shuffle(upper, lower, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
      e = i32x4.add(e, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(near), two));
      f = i32x4.add(f, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(near), two));
      g = i32x4.add(g, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(far), two));
      h = i32x4.add(h, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(far), two));
      row += stride << 1;
      weight += 4;
    }
    const out = line + (at << 1);
    v128.store(out, i16x8.narrow_i32x4_s(i32x4.shr_s(a, 8), i32x4.shr_s(b, 8)));
    v128.store(out, i16x8.narrow_i32x4_s(i32x4.shr_s(c, 8), i32x4.shr_s(d, 8)), 16);
    v128.store(out, i16x8.narrow_i32x4_s(i32x4.shr_s(e, 8), i32x4.shr_s(f, 8)), 32);
    v128.store(out, i16x8.narrow_i32x4_s(i32x4.shr_s(g, 8), i32x4.shr_s(h, 8)), 48);
  }
}

/** One row of target pixels from a line. `swap`: blue comes first in the source; `cover`: bits set in every pixel. */
export function blendColumns(line: usize, starts: usize, weights: usize, pairs: i32, out: usize, count: i32, swap: bool, cover: i32): void {
  const half = i32x4.splat(1 << 19);
  const set = i32x4.splat(cover);
  let weight = weights;
  for (let x = 0; x < count; x++) {
    let sum = half;
    let pixel = line + (<usize>load<i32>(starts + (<usize>x << 2)) << 3);
    for (let pair = 0; pair < pairs; pair++) {
      const two = v128.load(pixel);
      const paired = i8x16.shuffle(two, two, 0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15);
      sum = i32x4.add(sum, i32x4.dot_i16x8_s(paired, v128.load32_splat(weight)));
      pixel += 16;
      weight += 4;
    }
    const words = i16x8.narrow_i32x4_s(i32x4.shr_s(sum, 20), half);
    let bytes = i8x16.narrow_i16x8_u(words, words);
    if (swap) bytes = i8x16.shuffle(bytes, bytes, 2, 1, 0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    v128.store32_lane(out, v128.or(bytes, set), 0);
    out += 4;
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
