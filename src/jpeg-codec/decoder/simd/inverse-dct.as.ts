/**
 * The inverse DCT (ISO/IEC 10918-1, A.3.3) to any number of pixels, as two products with weights made for it, see `idct-weights.ts`.
 * `head`: of 4 bytes each, pixels across and down, and where the weights for both lie.
 */

/**
 * Weights have 13 fraction bits, of which 4 are kept between the two passes: rounding there then changes one pixel in fifty by a level.
 * What exceeds 16 bits is clamped; levels of 0 to 255 take a sixth of that.
 */
const FIRST_SHIFT: i32 = 9;
const FIRST_HALF: i32 = 1 << 8;
const SECOND_SHIFT: i32 = 17;
/** Half of the last bit, to round, and the 128 by which levels are shifted (A.3.1). */
const SECOND_HALF: i32 = (1 << 16) + (128 << 17);

/** A block with a DC coefficient only: one level. Writes multiples of 8 pixels across, and sets the block to zero again, as all of these do. */
export function fillBlock(block: usize, to: usize, stride: usize, head: usize): void {
  const across = load<i32>(head);
  const level = ((<i32>load<i16>(block) + 4) >> 3) + 128;
  const all = i8x16.splat(<i8>max(0, min(255, level)));
  store<i16>(block, 0);
  for (let y = load<i32>(head, 4); y > 0; y--) {
    if (across <= 8) v128.store64_lane(to, all, 0);
    else v128.store(to, all);
    to += stride;
  }
}

/** A block of which only the lowest 4x4 frequencies are not zero. */
export function inverseDct4x4(block: usize, to: usize, stride: usize, head: usize): void {
  const across = load<i32>(head);
  const acrossWeights = <usize>load<u32>(head, 8);
  let weights = <usize>load<u32>(head, 12);
  const one = inPairs(v128.load(block), v128.load(block, 16));
  const two = inPairs(v128.load(block, 32), v128.load(block, 48));
  const zero = i32x4.splat(0);
  for (let z: usize = 0; z < 128; z += 16) v128.store(block + z, zero);
  const firstHalf = i32x4.splat(FIRST_HALF);
  const half = i32x4.splat(SECOND_HALF);
  for (let y = load<i32>(head, 4); y > 0; y--) {
    const sums = i32x4.add(i32x4.add(i32x4.dot_i16x8_s(one, v128.load32_splat(weights)), i32x4.dot_i16x8_s(two, v128.load32_splat(weights, 4))), firstHalf);
    const shifted = i32x4.shr_s(sums, FIRST_SHIFT);
    const line = i16x8.narrow_i32x4_s(shifted, shifted);
    const near = i8x16.shuffle(line, line, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3);
    const far = i8x16.shuffle(line, line, 4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7);
    for (let x = 0, from = acrossWeights, out = to; x < across; x += 8, from += 128, out += 8) {
      const a = i32x4.add(i32x4.add(i32x4.dot_i16x8_s(near, v128.load(from)), i32x4.dot_i16x8_s(far, v128.load(from, 16))), half);
      const b = i32x4.add(i32x4.add(i32x4.dot_i16x8_s(near, v128.load(from, 64)), i32x4.dot_i16x8_s(far, v128.load(from, 80))), half);
      putEight(out, a, b);
    }
    to += stride;
    weights += 16;
  }
}

export function inverseDct(block: usize, to: usize, stride: usize, head: usize): void {
  const across = load<i32>(head);
  const acrossWeights = <usize>load<u32>(head, 8);
  let weights = <usize>load<u32>(head, 12);
  const r0 = v128.load(block), r1 = v128.load(block, 16), r2 = v128.load(block, 32), r3 = v128.load(block, 48);
  const r4 = v128.load(block, 64), r5 = v128.load(block, 80), r6 = v128.load(block, 96), r7 = v128.load(block, 112);
  const zero = i32x4.splat(0);
  for (let z: usize = 0; z < 128; z += 16) v128.store(block + z, zero);
  const n0 = inPairs(r0, r1), n1 = inPairs(r2, r3), n2 = inPairs(r4, r5), n3 = inPairs(r6, r7);
  const f0 = farInPairs(r0, r1), f1 = farInPairs(r2, r3), f2 = farInPairs(r4, r5), f3 = farInPairs(r6, r7);
  const firstHalf = i32x4.splat(FIRST_HALF);
  const half = i32x4.splat(SECOND_HALF);
  for (let y = load<i32>(head, 4); y > 0; y--) {
    const w0 = v128.load32_splat(weights), w1 = v128.load32_splat(weights, 4), w2 = v128.load32_splat(weights, 8), w3 = v128.load32_splat(weights, 12);
    const near = i32x4.add(i32x4.add(i32x4.add(i32x4.dot_i16x8_s(n0, w0), i32x4.dot_i16x8_s(n1, w1)), i32x4.add(i32x4.dot_i16x8_s(n2, w2), i32x4.dot_i16x8_s(n3, w3))), firstHalf);
    const far = i32x4.add(i32x4.add(i32x4.add(i32x4.dot_i16x8_s(f0, w0), i32x4.dot_i16x8_s(f1, w1)), i32x4.add(i32x4.dot_i16x8_s(f2, w2), i32x4.dot_i16x8_s(f3, w3))), firstHalf);
    const line = i16x8.narrow_i32x4_s(i32x4.shr_s(near, FIRST_SHIFT), i32x4.shr_s(far, FIRST_SHIFT));
    const p0 = i8x16.shuffle(line, line, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3);
    const p1 = i8x16.shuffle(line, line, 4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7);
    const p2 = i8x16.shuffle(line, line, 8, 9, 10, 11, 8, 9, 10, 11, 8, 9, 10, 11, 8, 9, 10, 11);
    const p3 = i8x16.shuffle(line, line, 12, 13, 14, 15, 12, 13, 14, 15, 12, 13, 14, 15, 12, 13, 14, 15);
    for (let x = 0, from = acrossWeights, out = to; x < across; x += 8, from += 128, out += 8) {
      const a = i32x4.add(i32x4.add(i32x4.add(i32x4.dot_i16x8_s(p0, v128.load(from)), i32x4.dot_i16x8_s(p1, v128.load(from, 16))), i32x4.add(i32x4.dot_i16x8_s(p2, v128.load(from, 32)), i32x4.dot_i16x8_s(p3, v128.load(from, 48)))), half);
      const b = i32x4.add(i32x4.add(i32x4.add(i32x4.dot_i16x8_s(p0, v128.load(from, 64)), i32x4.dot_i16x8_s(p1, v128.load(from, 80))), i32x4.add(i32x4.dot_i16x8_s(p2, v128.load(from, 96)), i32x4.dot_i16x8_s(p3, v128.load(from, 112)))), half);
      putEight(out, a, b);
    }
    to += stride;
    weights += 16;
  }
}

/** Interleaves two rows, as the instruction wants it that multiplies and adds in pairs: their first four columns, and their last four. */
function inPairs(upper: v128, lower: v128): v128 {
  return i8x16.shuffle(upper, lower, 0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23);
}
function farInPairs(upper: v128, lower: v128): v128 {
  return i8x16.shuffle(upper, lower, 8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31);
}

function putEight(to: usize, left: v128, right: v128): void {
  const levels = i16x8.narrow_i32x4_s(i32x4.shr_s(left, SECOND_SHIFT), i32x4.shr_s(right, SECOND_SHIFT));
  v128.store64_lane(to, i8x16.narrow_i16x8_u(levels, levels), 0);
}
