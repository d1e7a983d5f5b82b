/** How many pieces a tall picture is cut into so that its text can be read, and how large they are. Pure. */
import { boxFor, fitWithin } from "./fit.js";
import { isTall } from "./is-tall.js";
import type { Box, Size } from "./types.js";

/** Rows of a picture; `to` is not included. */
export interface RowRange {
  from: number;
  to: number;
}

/** Rows, as sent, that each piece repeats of the one before: about a line of text. */
export const OVERLAP_ROWS = 24;

/** How much the pieces fall short of the box on average, so that there is a choice of where to cut. */
const SLACK = 1.05;

/** The narrowest desktop screen. Phones have fewer device pixels, except for `WIDE_PHONES`. */
const DESKTOP_WIDTH = 1280;
/** Device pixels of large phones: iPhone Plus and Max, Pixel XL. */
const WIDE_PHONES: readonly number[] = [1284, 1290, 1320, 1344];

/**
 * The least width, in pixels, at which the text of a page of this width can be read. Measured with tesseract 5 on pages of text:
 * a phone's 11 px (1170 pixels wide, 3 a CSS pixel) is read to 0.97 at 328 pixels and to 1.00 at 400; a desktop's 14 px (1440
 * wide, 1 a CSS pixel) to 0.81 at 864 and to 0.98 at 1080; at 2 a CSS pixel (2560 wide) to 1.00 at 960.
 */
export function leastLegibleWidth(width: number): number {
  const isPhone = width < DESKTOP_WIDTH || WIDE_PHONES.includes(width);
  return Math.round(isPhone ? Math.min(width, 400) : Math.min(width * 0.75, 1440));
}

/** 1 for a picture that is not cut: not tall, or large enough in the box. */
export function countPieces(size: Size, box: Required<Box>, maxPieces: number): number {
  const piecesBox = boxFor(size, box);
  // In a lower box the pieces would be little but overlaps.
  if (!isTall(size) || piecesBox.height < OVERLAP_ROWS * 4) return 1;
  const least = Math.min(leastLegibleWidth(size.width), piecesBox.width);
  if (fitWithin(size, piecesBox).width >= least) return 1;
  let count = 2;
  while (count < maxPieces && scaleOf(size, piecesBox, count) * size.width < least) count++;
  return Math.min(count, maxPieces);
}

/** The size of the whole picture at the scale of its pieces. */
export function sizeToCut(size: Size, box: Required<Box>, count: number): Size {
  return scaled(size, scaleOf(size, boxFor(size, box), count));
}

/** The size of the whole picture at the scale at which the highest of these ranges fills the box. */
export function sizeToCutAgain(size: Size, box: Required<Box>, rows: readonly RowRange[]): Size {
  const within = boxFor(size, box);
  const highest = Math.max(1, ...rows.map(({ from, to }) => to - from));
  return scaled(size, Math.min(within.height / highest, within.width / size.width, 1));
}

/** About how many rows of the original each piece has, before the places to cut are known. */
export function expectedRows(size: Size, box: Required<Box>, count: number): number {
  const overlap = OVERLAP_ROWS / scaleOf(size, boxFor(size, box), count);
  return Math.min(size.height, Math.round((size.height + (count - 1) * overlap) / count));
}

function scaleOf(size: Size, box: Size, count: number): number {
  const rows = count * (box.height / SLACK) - (count - 1) * OVERLAP_ROWS;
  return Math.min(rows / size.height, box.width / size.width, 1);
}

function scaled({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
