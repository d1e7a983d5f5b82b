import type { Size } from "../../shared/types.js";
import { DHT, DQT, EOI, SOF0, SOI, SOS } from "./markers.js";

const BLOCK = 8;

/** A grey JPEG of two blocks, with the start of another picture in place of their coded data. */
export function incompleteJpeg(): { bytes: Uint8Array<ArrayBuffer>; size: Size } {
  const size = { width: BLOCK, height: 2 * BLOCK };
  // Both Huffman tables have one code, a single zero bit: "no difference", "end of block".
  const huffmanTable = (kind: number) => segment(DHT, [kind, 1, ...Array.from({ length: 16 }, () => 0)]);
  const bytes = Uint8Array.from([
    0xff,
    SOI,
    ...segment(DQT, [0, ...Array.from({ length: 64 }, () => 1)]),
    ...segment(SOF0, [8, 0, size.height, 0, size.width, 1, 1, 0x11, 0]),
    ...huffmanTable(0x00),
    ...huffmanTable(0x10),
    ...segment(SOS, [1, 1, 0, 0, 63, 0]),
    0xff,
    SOI,
    0xff,
    EOI,
  ]);
  return { bytes, size };
}

const segment = (marker: number, payload: readonly number[]): number[] => [
  0xff,
  marker,
  0,
  payload.length + 2,
  ...payload,
];
