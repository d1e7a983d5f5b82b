/**
 * Rows of RGBX as rows of Y, Cb and Cr (JFIF: ITU-R BT.601, full range), to the last bit as libjpeg makes them. Its factors have 16
 * fraction bits; one that does not fit a signed 16-bit number is split in two.
 */

/** One row. Writes multiples of 4 pixels: up to 3 behind the row's end are read, and are of no meaning. */
export function toYcc(row: usize, count: i32, yRow: usize, cbRow: usize, crRow: usize): void {
  for (let x = 0; x < count; x += 4) {
    const pixels = v128.load(row);
    const zero = i32x4.splat(0);
    const redGreen = i8x16.shuffle(pixels, zero, 0, 16, 1, 16, 4, 16, 5, 16, 8, 16, 9, 16, 12, 16, 13, 16);
    const blueGreen = i8x16.shuffle(pixels, zero, 2, 16, 1, 16, 6, 16, 5, 16, 10, 16, 9, 16, 14, 16, 13, 16);
    const reds = v128.and(redGreen, i32x4.splat(0xffff));
    const blues = v128.and(blueGreen, i32x4.splat(0xffff));
    // 0.299, 0.587 and 0.114.
    const y = i32x4.add(i32x4.dot_i16x8_s(redGreen, pair(19595, 22086)), i32x4.dot_i16x8_s(blueGreen, pair(7471, 16384)));
    // 0.168736, 0.331264 and 0.5; 0.5, 0.418688 and 0.081312.
    const cb = i32x4.add(i32x4.dot_i16x8_s(redGreen, pair(-11059, -21709)), i32x4.shl(blues, 15));
    const cr = i32x4.add(i32x4.dot_i16x8_s(blueGreen, pair(-5329, -27439)), i32x4.shl(reds, 15));
    putFour(yRow, i32x4.shr_u(i32x4.add(y, i32x4.splat(1 << 15)), 16));
    putFour(cbRow, i32x4.shr_u(i32x4.add(cb, i32x4.splat((128 << 16) + (1 << 15) - 1)), 16));
    putFour(crRow, i32x4.shr_u(i32x4.add(cr, i32x4.splat((128 << 16) + (1 << 15) - 1)), 16));
    row += 16;
    yRow += 4;
    cbRow += 4;
    crRow += 4;
  }
}

/** Two rows as one of half the width: means of four, rounded down and up in turns, as libjpeg does. Writes multiples of 8 pixels. */
export function halve(upper: usize, lower: usize, out: usize, count: i32): void {
  const bias = i32x4.splat(0x00020001);
  for (let x = 0; x < count; x += 8) {
    const sums = i16x8.add(i16x8.extadd_pairwise_i8x16_u(v128.load(upper)), i16x8.extadd_pairwise_i8x16_u(v128.load(lower)));
    const means = i16x8.shr_u(i16x8.add(sums, bias), 2);
    v128.store64_lane(out, i8x16.narrow_i16x8_u(means, means), 0);
    upper += 16;
    lower += 16;
    out += 8;
  }
}

function pair(one: i32, other: i32): v128 {
  return i32x4.splat((other << 16) | (one & 0xffff));
}

function putFour(to: usize, levels: v128): void {
  const shorts = i16x8.narrow_i32x4_s(levels, levels);
  v128.store32_lane(to, i8x16.narrow_i16x8_u(shorts, shorts), 0);
}
