/**
 * A row of RGBX from a row each of Y, Cb and Cr (JFIF: ITU-R BT.601, full range). Products have 7 fraction bits, and are then rounded.
 * Writes multiples of 8 pixels.
 */
export function toRgb(yRow: usize, cbRow: usize, crRow: usize, out: usize, count: i32): void {
  const middle = i16x8.splat(128);
  const half = i16x8.splat(32);
  const opaque = i16x8.splat(255);
  for (let x = 0; x < count; x += 8) {
    const y = v128.load8x8_u(yRow);
    const cb = i16x8.shl(i16x8.sub(v128.load8x8_u(cbRow), middle), 7);
    const cr = i16x8.shl(i16x8.sub(v128.load8x8_u(crRow), middle), 7);
    // Halves of 1.402, 1.772, 0.344136 and 0.714136 in 15 bits.
    const r = i16x8.add(y, i16x8.shr_s(i16x8.add(i16x8.q15mulr_sat_s(cr, i16x8.splat(22970)), half), 6));
    const b = i16x8.add(y, i16x8.shr_s(i16x8.add(i16x8.q15mulr_sat_s(cb, i16x8.splat(29032)), half), 6));
    const green = i16x8.add(i16x8.q15mulr_sat_s(cb, i16x8.splat(5638)), i16x8.q15mulr_sat_s(cr, i16x8.splat(11700)));
    const g = i16x8.sub(y, i16x8.shr_s(i16x8.add(green, half), 6));
    const rb = i8x16.narrow_i16x8_u(r, b);
    const gx = i8x16.narrow_i16x8_u(g, opaque);
    const rg = i8x16.shuffle(rb, gx, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
    const bx = i8x16.shuffle(rb, gx, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
    v128.store(out, i8x16.shuffle(rg, bx, 0, 1, 16, 17, 2, 3, 18, 19, 4, 5, 20, 21, 6, 7, 22, 23));
    v128.store(out, i8x16.shuffle(rg, bx, 8, 9, 24, 25, 10, 11, 26, 27, 12, 13, 28, 29, 14, 15, 30, 31), 16);
    yRow += 8;
    cbRow += 8;
    crRow += 8;
    out += 32;
  }
}
