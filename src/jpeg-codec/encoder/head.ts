/** All that stands before the coded data of a JPEG of ours: what it is, its quanta, its size, its Huffman tables. */
import type { Size } from "../../shared/types.js";
import { concat } from "../concat.js";
import type { HuffmanTable } from "../huffman-table.js";
import { APP0, DQT, SEGMENT_HEAD_BYTES, SOF0, SOI, SOS } from "../segments.js";
import { tableSegment } from "../huffman/write-segments.js";
import { ZIGZAG } from "../zigzag.js";

/** "JFIF" 1.01, no unit, square pixels, no thumbnail. */
const JFIF = [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0] as const;
/** Of each: its number, its sampling across and down, its quanta. */
const COMPONENTS = [1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1] as const;
/** Of each: its number, its two Huffman tables; then all coefficients at once. */
const SCAN = [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0] as const;

export function writeHead({ width, height }: Size, quanta: readonly (readonly number[])[], tables: readonly (HuffmanTable | undefined)[]): Uint8Array<ArrayBuffer> {
  return concat([
    Uint8Array.of(0xff, SOI),
    segment(APP0, JFIF),
    segment(DQT, quanta.flatMap((table, number) => [number, ...ZIGZAG.map((place) => table[place]!)])),
    segment(SOF0, [8, height >> 8, height & 255, width >> 8, width & 255, 3, ...COMPONENTS]),
    tableSegment(tables),
    segment(SOS, SCAN),
  ]);
}

function segment(marker: number, payload: readonly number[]): Uint8Array {
  const length = payload.length + SEGMENT_HEAD_BYTES - 2;
  return Uint8Array.of(0xff, marker, length >> 8, length & 255, ...payload);
}
