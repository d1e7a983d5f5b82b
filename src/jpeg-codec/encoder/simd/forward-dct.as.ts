/**
 * The forward DCT of a block (ISO/IEC 10918-1, A.3.3), to the last bit as libjpeg makes it by default (after Loeffler, Ligtenberg and
 * Moschytz, 1989): rows, then columns, with factors of 13 fraction bits. It gives eight times the coefficient.
 */

const FRACTION_BITS: i32 = 13;
/** Fraction bits kept between the two passes. */
const PASS1_BITS: i32 = 2;
const PASS1_HALF: i16 = 2;

/** From 64 levels of 8 bits, rows `stride` apart, to 64 numbers of 16 bits. */
export function forwardDct(levels: usize, stride: usize, block: usize): void {
  const middle = i16x8.splat(128);
  for (let row: usize = 0; row < 128; row += 16) {
    v128.store(block + row, i16x8.sub(v128.load8x8_u(levels), middle));
    levels += stride;
  }
  transpose(block);
  pass(block, FRACTION_BITS - PASS1_BITS, true);
  transpose(block);
  pass(block, FRACTION_BITS + PASS1_BITS, false);
}

/** One pass over eight rows or columns at a time, one in each lane. */
function pass(block: usize, shift: i32, isFirst: bool): void {
  const d0 = v128.load(block), d1 = v128.load(block, 16), d2 = v128.load(block, 32), d3 = v128.load(block, 48);
  const d4 = v128.load(block, 64), d5 = v128.load(block, 80), d6 = v128.load(block, 96), d7 = v128.load(block, 112);
  const s0 = i16x8.add(d0, d7), s1 = i16x8.add(d1, d6), s2 = i16x8.add(d2, d5), s3 = i16x8.add(d3, d4);
  const t4 = i16x8.sub(d3, d4), t5 = i16x8.sub(d2, d5), t6 = i16x8.sub(d1, d6), t7 = i16x8.sub(d0, d7);
  const e0 = i16x8.add(s0, s3), e3 = i16x8.sub(s0, s3), e1 = i16x8.add(s1, s2), e2 = i16x8.sub(s1, s2);
  const sum = i16x8.add(e0, e1);
  const difference = i16x8.sub(e0, e1);
  if (isFirst) {
    v128.store(block, i16x8.shl(sum, PASS1_BITS));
    v128.store(block, i16x8.shl(difference, PASS1_BITS), 64);
  } else {
    v128.store(block, i16x8.shr_s(i16x8.add(sum, i16x8.splat(PASS1_HALF)), PASS1_BITS));
    v128.store(block, i16x8.shr_s(i16x8.add(difference, i16x8.splat(PASS1_HALF)), PASS1_BITS), 64);
  }
  const half = i32x4.splat(1 << (shift - 1));
  const evenLow = lowInPairs(e3, e2), evenHigh = highInPairs(e3, e2);
  // The factors are sums of libjpeg's: 0.541196100 + 0.765366865, 0.541196100, 0.541196100 - 1.847759065.
  v128.store(block, descale(dot(evenLow, 10703, 4433), dot(evenHigh, 10703, 4433), half, shift), 32);
  v128.store(block, descale(dot(evenLow, 4433, -10704), dot(evenHigh, 4433, -10704), half, shift), 96);
  const z3 = i16x8.add(t4, t6), z4 = i16x8.add(t5, t7);
  const zLow = lowInPairs(z3, z4), zHigh = highInPairs(z3, z4);
  // 1.175875602 - 1.961570560, 1.175875602, 1.175875602 - 0.390180644.
  const a3Low = dot(zLow, -6436, 9633), a3High = dot(zHigh, -6436, 9633);
  const a4Low = dot(zLow, 9633, 6437), a4High = dot(zHigh, 9633, 6437);
  // 0.298631336 - 0.899976223, -0.899976223, 1.501321110 - 0.899976223.
  const outerLow = lowInPairs(t4, t7), outerHigh = highInPairs(t4, t7);
  v128.store(block, descale(i32x4.add(dot(outerLow, -4927, -7373), a3Low), i32x4.add(dot(outerHigh, -4927, -7373), a3High), half, shift), 112);
  v128.store(block, descale(i32x4.add(dot(outerLow, -7373, 4926), a4Low), i32x4.add(dot(outerHigh, -7373, 4926), a4High), half, shift), 16);
  // 2.053119869 - 2.562915447, -2.562915447, 3.072711026 - 2.562915447.
  const innerLow = lowInPairs(t5, t6), innerHigh = highInPairs(t5, t6);
  v128.store(block, descale(i32x4.add(dot(innerLow, -4176, -20995), a4Low), i32x4.add(dot(innerHigh, -4176, -20995), a4High), half, shift), 80);
  v128.store(block, descale(i32x4.add(dot(innerLow, -20995, 4177), a3Low), i32x4.add(dot(innerHigh, -20995, 4177), a3High), half, shift), 48);
}

function dot(pairs: v128, one: i32, other: i32): v128 {
  return i32x4.dot_i16x8_s(pairs, i32x4.splat((other << 16) | (one & 0xffff)));
}

function descale(low: v128, high: v128, half: v128, shift: i32): v128 {
  return i16x8.narrow_i32x4_s(i32x4.shr_s(i32x4.add(low, half), shift), i32x4.shr_s(i32x4.add(high, half), shift));
}

function lowInPairs(a: v128, b: v128): v128 {
  return i8x16.shuffle(a, b, 0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23);
}

function highInPairs(a: v128, b: v128): v128 {
  return i8x16.shuffle(a, b, 8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31);
}

/** Turns rows into columns by interleaving pairs of rows three times. */
function transpose(block: usize): void {
  const r0 = v128.load(block), r1 = v128.load(block, 16), r2 = v128.load(block, 32), r3 = v128.load(block, 48);
  const r4 = v128.load(block, 64), r5 = v128.load(block, 80), r6 = v128.load(block, 96), r7 = v128.load(block, 112);
  const a0 = lowInPairs(r0, r4), a1 = highInPairs(r0, r4), a2 = lowInPairs(r1, r5), a3 = highInPairs(r1, r5);
  const a4 = lowInPairs(r2, r6), a5 = highInPairs(r2, r6), a6 = lowInPairs(r3, r7), a7 = highInPairs(r3, r7);
  const b0 = lowInPairs(a0, a4), b1 = highInPairs(a0, a4), b2 = lowInPairs(a1, a5), b3 = highInPairs(a1, a5);
  const b4 = lowInPairs(a2, a6), b5 = highInPairs(a2, a6), b6 = lowInPairs(a3, a7), b7 = highInPairs(a3, a7);
  v128.store(block, lowInPairs(b0, b4));
  v128.store(block, highInPairs(b0, b4), 16);
  v128.store(block, lowInPairs(b1, b5), 32);
  v128.store(block, highInPairs(b1, b5), 48);
  v128.store(block, lowInPairs(b2, b6), 64);
  v128.store(block, highInPairs(b2, b6), 80);
  v128.store(block, lowInPairs(b3, b7), 96);
  v128.store(block, highInPairs(b3, b7), 112);
}
