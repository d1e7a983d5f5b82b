/**
 * The inner loops of the JPEG encoder in AssemblyScript, compiled to WebAssembly SIMD by `build-kernels.mjs`: from rows of pixels to
 * entropy symbols, and from those to entropy-coded data. Every number is what libjpeg would write.
 *
 * Nothing here checks where it writes: sizes and offsets come from `encode-jpeg.ts`.
 */
import { beginSymbols, putBlock, putEmptyBlock, quantize } from "./entropy-symbols.as.js";
import { forwardDct } from "./forward-dct.as.js";
import { halve, toYcc } from "./rgb-to-ycc.as.js";

export { symbolsEnd } from "./entropy-symbols.as.js";
export { writeSymbols } from "./write-symbols.as.js";

/** Pixels of an MCU, each way: four blocks of Y, one each of Cb and Cr. */
const MCU_PX: i32 = 16;
/** Keys of the four Huffman tables: one pair for Y, one for Cb and Cr. */
const LUMINANCE_DC: i32 = 0;
const CHROMINANCE_DC: i32 = 1 << 8;
const LUMINANCE_AC: i32 = 2 << 8;
const CHROMINANCE_AC: i32 = 3 << 8;
/** See `write-quantization-tables.ts`. */
const QUANTIZATION_TABLE_BYTES: usize = 384;

/** Pixels across, and the same in whole MCUs. */
let width: i32 = 0;
let stride: usize = 0;
let pixels: usize = 0;
/** Of a row of MCUs: Y, then Cb and Cr at half the width and height; behind these, to make them of, Cb and Cr at full size. */
let planes: usize = 0;
let block: usize = 0;
let predictions: usize = 0;
let quantizationTables: usize = 0;

/** Before a picture's first rows. `zigzag`: twice 64 bytes. `counts`: 1024 zeros of 4 bytes; `predicted`: 3 of them. */
export function begin(across: i32, rows: usize, room: usize, scratch: usize, predicted: usize, tables: usize, counts: usize, zigzag: usize, symbols: usize): void {
  width = across;
  stride = <usize>((across + MCU_PX - 1) & ~(MCU_PX - 1));
  pixels = rows;
  planes = room;
  block = scratch;
  predictions = predicted;
  quantizationTables = tables;
  beginSymbols(symbols, counts, zigzag);
}

/** Makes planes of the next `rows` of RGBX: 16, or fewer at the end. */
export function toPlanes(rows: i32): void {
  const y = planes;
  const smallCb = y + stride * MCU_PX;
  const smallCr = smallCb + (stride * MCU_PX >> 2);
  const cb = smallCr + (stride * MCU_PX >> 2);
  const cr = cb + stride * MCU_PX;
  for (let row = 0; row < rows; row++) {
    const offset = stride * row;
    toYcc(pixels + <usize>(width * row << 2), width, y + offset, cb + offset, cr + offset);
    extend(y + offset);
    extend(cb + offset);
    extend(cr + offset);
  }
  // The last row again, up to a whole number of pairs, and of MCUs.
  if (rows & 1) {
    const offset = stride * rows;
    memory.copy(cb + offset, cb + offset - stride, stride);
    memory.copy(cr + offset, cr + offset - stride, stride);
  }
  for (let row = rows; row < MCU_PX; row++) memory.copy(y + stride * row, y + stride * (row - 1), stride);
  halvePlane(cb, smallCb, (rows + 1) >> 1);
  halvePlane(cr, smallCr, (rows + 1) >> 1);
}

/** Encodes the planes of the next `rows`. There must be room for the symbols of all their blocks. */
export function encodePlanes(rows: i32): void {
  const y = planes;
  const smallCb = y + stride * MCU_PX;
  const smallCr = smallCb + (stride * MCU_PX >> 2);
  const blocksAcross = (width + 7) >> 3;
  const isLowerUsed = rows > 8;
  for (let x = 0; x < <i32>stride; x += MCU_PX) {
    const left = y + x;
    const isRightUsed = (x >> 3) + 1 < blocksAcross;
    encodeBlock(left, stride, 0);
    if (isRightUsed) encodeBlock(left + 8, stride, 0);
    else putEmptyBlock(LUMINANCE_DC, LUMINANCE_AC);
    if (isLowerUsed) encodeBlock(left + stride * 8, stride, 0);
    else putEmptyBlock(LUMINANCE_DC, LUMINANCE_AC);
    if (isLowerUsed && isRightUsed) encodeBlock(left + stride * 8 + 8, stride, 0);
    else putEmptyBlock(LUMINANCE_DC, LUMINANCE_AC);
    encodeBlock(smallCb + (x >> 1), stride >> 1, 1);
    encodeBlock(smallCr + (x >> 1), stride >> 1, 2);
  }
}

function encodeBlock(levels: usize, levelStride: usize, component: i32): void {
  forwardDct(levels, levelStride, block);
  const used = quantize(block, component == 0 ? quantizationTables : quantizationTables + QUANTIZATION_TABLE_BYTES);
  const dc = component == 0 ? LUMINANCE_DC : CHROMINANCE_DC;
  const ac = component == 0 ? LUMINANCE_AC : CHROMINANCE_AC;
  putBlock(block, used, dc, ac, predictions + (<usize>component << 2));
}

/** The row's last pixel again, up to the end of its last MCU. */
function extend(row: usize): void {
  memory.fill(row + width, load<u8>(row + width - 1), stride - width);
}

/** Rows that are missing to a whole block are the last row again. */
function halvePlane(full: usize, small: usize, rows: i32): void {
  const smallStride = stride >> 1;
  for (let row = 0; row < rows; row++) halve(full + stride * 2 * row, full + stride * (2 * row + 1), small + smallStride * row, <i32>smallStride);
  for (let row = rows; row < MCU_PX / 2; row++) memory.copy(small + smallStride * row, small + smallStride * (row - 1), smallStride);
}
