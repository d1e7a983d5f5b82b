/** A PNG's pixels before compression: rows with a filter byte each, for each of the interlaced pictures. */
import { u32be } from "../bytes.js";
import type { Size } from "../../shared/types.js";

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

/** Read from the 13 bytes of an IHDR. */
export function pngLayout(header: Uint8Array): PngLayout {
  const [bitDepth = 0, colourType = 0, , , interlace] = header.subarray(8, 13);
  return { width: u32be(header, 0), height: u32be(header, 4), bitDepth, colourType, isInterlaced: interlace === 1 };
}

export interface PngRows {
  rows: number;
  /** Bytes of one row, including its filter byte. */
  rowBytes: number;
}

/** The rows of the picture, or of each interlaced picture, one after another. `undefined`: there is no such colour type. */
export function pngRows({ width, height, bitDepth, colourType, isInterlaced }: PngLayout): PngRows[] | undefined {
  const samples = SAMPLES[colourType];
  if (samples === undefined) return undefined;
  const rowsOf = (w: number, h: number): PngRows => ({
    rows: w > 0 ? h : 0,
    rowBytes: 1 + Math.ceil((w * samples * bitDepth) / 8),
  });
  if (!isInterlaced) return [rowsOf(width, height)];
  return PASSES.map(([x, y, stepX, stepY]) => rowsOf(Math.ceil((width - x) / stepX), Math.ceil((height - y) / stepY)));
}

export function totalBytes(passes: readonly PngRows[]): number {
  return passes.reduce((total, { rows, rowBytes }) => total + rows * rowBytes, 0);
}

/** The filters: none, left, up, average and Paeth (PNG, 9.2). */
const LAST_FILTER = 4;

/** Checks the filter bytes of data that comes in pieces: whether all of them, so far, name an existing filter. */
export function filterCheck(passes: readonly PngRows[]): (piece: Uint8Array) => boolean {
  const left = passes.filter(({ rows }) => rows > 0).map((pass) => ({ ...pass }));
  /** Position of the next filter byte, counted from the beginning of the next piece. */
  let next = 0;
  return (piece) => {
    for (let pass = left[0]; pass && next < piece.length; pass = left[0]) {
      if (piece[next]! > LAST_FILTER) return false;
      next += pass.rowBytes;
      if (--pass.rows === 0) left.shift();
    }
    next -= piece.length;
    return true;
  };
}
