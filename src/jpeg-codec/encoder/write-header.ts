/** Writes everything in front of the entropy-coded data: JFIF, quantization tables, frame, Huffman tables, scan. */
import type { Size } from "../../shared/types.js";
import { concat } from "../../shared/concat.js";
import { AC_TABLES, type HuffmanTable } from "../huffman-table.js";
import { APP0, DHT, DQT, SEGMENT_HEAD_BYTES, SOF0, SOI, SOS } from "../markers.js";
import { ZIGZAG } from "../zigzag.js";

/** "JFIF" 1.01, no unit, square pixels, no thumbnail. */
const JFIF = [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0] as const;
/** Y, Cb and Cr, each with its number, its sampling factors and its quantization table. */
const FRAME_COMPONENTS = [1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1] as const;
/** Each with its number and its Huffman tables. Then: all coefficients at once. */
const SCAN = [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0] as const;

/** Tables by number; the AC tables from `AC_TABLES` on. */
export function writeHeader(
  { width, height }: Size,
  quantizationTables: readonly (readonly number[])[],
  huffmanTables: readonly (HuffmanTable | undefined)[],
): Uint8Array<ArrayBuffer> {
  return concat([
    Uint8Array.of(0xff, SOI),
    segment(APP0, JFIF),
    segment(
      DQT,
      quantizationTables.flatMap((table, number) => [number, ...ZIGZAG.map((place) => table[place]!)]),
    ),
    segment(SOF0, [8, height >> 8, height & 255, width >> 8, width & 255, 3, ...FRAME_COMPONENTS]),
    // One segment for all tables saves the headers of the others.
    segment(
      DHT,
      huffmanTables.flatMap((table, number) =>
        table ? [classAndNumber(number), ...table.counts, ...table.symbols] : [],
      ),
    ),
    segment(SOS, SCAN),
  ]);
}

function classAndNumber(number: number): number {
  return number < AC_TABLES ? number : 0x10 | (number - AC_TABLES);
}

function segment(marker: number, payload: readonly number[]): Uint8Array {
  const length = payload.length + SEGMENT_HEAD_BYTES - 2;
  return Uint8Array.of(0xff, marker, length >> 8, length & 255, ...payload);
}
