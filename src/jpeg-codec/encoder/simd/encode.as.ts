/**
 * The inner loops of the JPEG encoder in AssemblyScript, compiled to WebAssembly SIMD by `build-kernels.mjs`: from rows of pixels to
 * tokens, and from tokens to coded data. Every number is what libjpeg would write.
 *
 * Nothing here checks where it writes: sizes and places come from `encode-jpeg.ts`.
 */
import { halve, toPlanes } from "./colours.as.js";
import { beginTokens, putBlock, putEmptyBlock, quantise } from "./tokens.as.js";
import { transform } from "./transform.as.js";

export { tokensEnd } from "./tokens.as.js";
export { writeTokens } from "./write.as.js";

/** A group of blocks, in pixels each way: four of luma, one of each colour. */
const GROUP: i32 = 16;
const LUMA_DC: i32 = 0;
const COLOUR_DC: i32 = 1 << 8;
const LUMA_AC: i32 = 2 << 8;
const COLOUR_AC: i32 = 3 << 8;
/** Of a table of quanta, see `write-quanta.ts`. */
const QUANTA_BYTES: usize = 384;

/** Pixels, and whole groups of them, across. */
let width: i32 = 0;
let stride: usize = 0;
let pixels: usize = 0;
/** Three of a group's rows at full size, then two of half its rows and half the width. */
let planes: usize = 0;
let block: usize = 0;
let predictions: usize = 0;
let quanta: usize = 0;

/** Before a picture's first rows. `zigzag`: twice 64 bytes. `counts`: 1024 zeros of 4 bytes; `before`: 3 zeros. */
export function begin(across: i32, rows: usize, room: usize, scratch: usize, before: usize, table: usize, counts: usize, zigzag: usize, tokens: usize): void {
  width = across;
  stride = <usize>((across + GROUP - 1) & ~(GROUP - 1));
  pixels = rows;
  planes = room;
  block = scratch;
  predictions = before;
  quanta = table;
  beginTokens(tokens, counts, zigzag);
}

/** The next `rows` of RGBX, 16 of them but for the last; `tokens` has room for those of all their blocks. */
export function encodeRows(rows: i32): void {
  const luma = planes;
  const blue = luma + stride * GROUP;
  const red = blue + stride * GROUP;
  const smallBlue = red + stride * GROUP;
  const smallRed = smallBlue + (stride * GROUP >> 2);
  for (let row = 0; row < rows; row++) {
    const away = stride * row;
    toPlanes(pixels + <usize>(width * row << 2), width, luma + away, blue + away, red + away);
    extend(luma + away);
    extend(blue + away);
    extend(red + away);
  }
  // To a whole number of pairs, then of groups.
  if (rows & 1) {
    const away = stride * rows;
    memory.copy(blue + away, blue + away - stride, stride);
    memory.copy(red + away, red + away - stride, stride);
  }
  for (let row = rows; row < GROUP; row++) memory.copy(luma + stride * row, luma + stride * (row - 1), stride);
  halvePlane(blue, smallBlue, (rows + 1) >> 1);
  halvePlane(red, smallRed, (rows + 1) >> 1);
  const blocksAcross = (width + 7) >> 3;
  const isLowerUsed = rows > 8;
  for (let x = 0; x < <i32>stride; x += GROUP) {
    const left = luma + x;
    const isRightUsed = (x >> 3) + 1 < blocksAcross;
    encodeBlock(left, stride, 0);
    if (isRightUsed) encodeBlock(left + 8, stride, 0);
    else putEmptyBlock(LUMA_DC, LUMA_AC);
    if (isLowerUsed) encodeBlock(left + stride * 8, stride, 0);
    else putEmptyBlock(LUMA_DC, LUMA_AC);
    if (isLowerUsed && isRightUsed) encodeBlock(left + stride * 8 + 8, stride, 0);
    else putEmptyBlock(LUMA_DC, LUMA_AC);
    encodeBlock(smallBlue + (x >> 1), stride >> 1, 1);
    encodeBlock(smallRed + (x >> 1), stride >> 1, 2);
  }
}

function encodeBlock(levels: usize, away: usize, component: i32): void {
  transform(levels, away, block);
  const used = quantise(block, component == 0 ? quanta : quanta + QUANTA_BYTES);
  putBlock(block, used, component == 0 ? LUMA_DC : COLOUR_DC, component == 0 ? LUMA_AC : COLOUR_AC, predictions + (<usize>component << 2));
}

/** The row's last pixel again, to the end of its last group. */
function extend(row: usize): void {
  memory.fill(row + width, load<u8>(row + width - 1), stride - width);
}

/** Rows that are missing to a whole block are the last again. */
function halvePlane(full: usize, small: usize, rows: i32): void {
  const away = stride >> 1;
  for (let row = 0; row < rows; row++) halve(full + stride * 2 * row, full + stride * (2 * row + 1), small + away * row, <i32>away);
  for (let row = rows; row < GROUP / 2; row++) memory.copy(small + away * row, small + away * (row - 1), away);
}
