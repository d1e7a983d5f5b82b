/** How many bytes a PNG's pixels have before compression: each row with its filter byte, of each of the interlaced pictures. */
import { u32be } from "../inspect/bytes.js";
import type { Size } from "../types.js";

export interface PngLayout extends Size {
  bitDepth: number;
  colourType: number;
  isInterlaced: boolean;
}

const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Adam7: first column, first row, and the steps between, of each pass. */
const PASSES: readonly (readonly [x: number, y: number, stepX: number, stepY: number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

/** From the 13 bytes of an IHDR. */
export function pngLayout(header: Uint8Array): PngLayout {
  const [bitDepth = 0, colourType = 0, , , interlace] = header.subarray(8, 13);
  return { width: u32be(header, 0), height: u32be(header, 4), bitDepth, colourType, isInterlaced: interlace === 1 };
}

/** `undefined`: no such colour type. */
export function pngRowBytes({ width, height, bitDepth, colourType, isInterlaced }: PngLayout): number | undefined {
  const samples = SAMPLES[colourType];
  if (samples === undefined) return undefined;
  const bytesOf = (w: number, h: number) => (w > 0 && h > 0 ? h * (1 + Math.ceil((w * samples * bitDepth) / 8)) : 0);
  if (!isInterlaced) return bytesOf(width, height);
  const passes = PASSES.map(([x, y, stepX, stepY]) => bytesOf(Math.ceil((width - x) / stepX), Math.ceil((height - y) / stepY)));
  return passes.reduce((total, bytes) => total + bytes, 0);
}
