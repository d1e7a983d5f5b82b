/** The bitmaps inside icons: a BMP without its file header, of twice the height, with a mask of one bit a pixel behind it. */
import { i32le, u16le, u32le } from "../bytes.js";

/** Windows V3, V4 and V5. */
const HEADERS: ReadonlySet<number> = new Set([40, 108, 124]);
/** An entry states at most 256; larger ones are PNGs. */
const MAX_SIDE = 1_024;
const DEPTHS: ReadonlySet<number> = new Set([1, 4, 8, 16, 24, 32]);

export interface IconBitmap {
  width: number;
  height: number;
  /** RGBA, straight alpha, top row first. */
  rgba: Uint8Array;
}

/** `"cut"`: pixels are missing; `undefined`: none that we know. */
export function readIconBitmap(bytes: Uint8Array): IconBitmap | "cut" | undefined {
  const width = i32le(bytes, 4);
  const height = i32le(bytes, 8) / 2;
  const depth = u16le(bytes, 14);
  const headerBytes = u32le(bytes, 0);
  if (!HEADERS.has(headerBytes) || u32le(bytes, 16) !== 0 || !DEPTHS.has(depth)) return undefined;
  if (!isSide(width) || !isSide(height)) return undefined;
  const colours = depth <= 8 ? u32le(bytes, 32) || 2 ** depth : 0;
  if (colours > 256) return undefined;
  const pixels = headerBytes + colours * 4;
  const stride = Math.ceil((width * depth) / 32) * 4;
  const mask = pixels + stride * height;
  const maskBytes = maskStride(width) * height;
  // Some writers leave the mask out; half of one is the end of a cut file.
  if (mask > bytes.length || (mask < bytes.length && mask + maskBytes > bytes.length)) return "cut";
  const rgba = new Uint8Array(width * height * 4);
  for (let y = 0, to = 0; y < height; y++) {
    const row = pixels + stride * (height - 1 - y);
    for (let x = 0; x < width; x++, to += 4) rgba.set(pixelAt(bytes, { row, x, depth, palette: headerBytes }), to);
  }
  // Old writers left the fourth byte of 32 bits empty: then it is no alpha, and the mask counts.
  if (depth !== 32 || isAllClear(rgba)) applyMask(rgba, bytes, mask, { width, height });
  return { width, height, rgba };
}

const isSide = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= MAX_SIDE;

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

interface Place {
  /** Where its row begins. */
  row: number;
  x: number;
  depth: number;
  palette: number;
}

function pixelAt(bytes: Uint8Array, { row, x, depth, palette }: Place): Pixel {
  if (depth <= 8) {
    const index = ((bytes[row + ((x * depth) >> 3)] ?? 0) >> (8 - depth - ((x * depth) & 7))) & (2 ** depth - 1);
    return bgraAt(bytes, palette + index * 4);
  }
  if (depth !== 16) return bgraAt(bytes, row + (x * depth) / 8);
  const value = u16le(bytes, row + x * 2);
  const level = (shift: number) => Math.round((((value >> shift) & 31) * 255) / 31);
  return [level(10), level(5), level(0), 255];
}

const bgraAt = (bytes: Uint8Array, at: number): Pixel => [bytes[at + 2] ?? 0, bytes[at + 1] ?? 0, bytes[at] ?? 0, bytes[at + 3] ?? 0];

function isAllClear(rgba: Uint8Array): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 0) return false;
  return true;
}

const maskStride = (width: number): number => Math.ceil(width / 32) * 4;

function applyMask(rgba: Uint8Array, bytes: Uint8Array, mask: number, { width, height }: { width: number; height: number }): void {
  const stride = maskStride(width);
  for (let y = 0, to = 3; y < height; y++) {
    const row = mask + stride * (height - 1 - y);
    for (let x = 0; x < width; x++, to += 4) rgba[to] = ((bytes[row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 0 : 255;
  }
}
