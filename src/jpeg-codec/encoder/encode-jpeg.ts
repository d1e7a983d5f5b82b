/**
 * Writes a picture as JPEG, with the same coefficients as libjpeg: baseline, 4:2:0, with optimal Huffman tables. No canvas is
 * used, so nothing is copied to a surface, to another process, or into a `Blob` that waits for the garbage collector.
 */
import type { Size } from "../../shared/types.js";
import type { WasmModule } from "../../shared/wasm-module.js";
import { concat } from "../../shared/concat.js";
import { EOI } from "../markers.js";
import { MCU_PX, planEncoding } from "./encode-plan.js";
import { codesByKey, maxDataBytes } from "./huffman-codes.js";
import { optimalHuffmanTables } from "./optimal-huffman-table.js";
import { quantizationTables } from "./quantization-tables.js";
import { writeHeader } from "./write-header.js";
import { writeQuantizationTables, writeZigzag } from "./write-quantization-tables.js";

export interface RgbaPicture extends Size {
  /** Row by row. */
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** A picture as Y, Cb and Cr, the last two at half the width and height: 16 of its rows at a time, in whole MCUs. */
export interface PlanarPicture extends Size {
  planes: Uint8Array<ArrayBuffer>;
}

/** The module's exports; pointers and lengths are in bytes of its memory. */
export interface EncoderExports {
  begin: (
    width: number,
    rows: number,
    planes: number,
    block: number,
    predictions: number,
    quantizationTables: number,
    frequencies: number,
    zigzag: number,
    symbols: number,
  ) => void;
  toPlanes: (rows: number) => void;
  encodePlanes: (rows: number) => void;
  symbolsEnd: () => number;
  writeSymbols: (from: number, to: number, codes: number, out: number) => number;
}

/** Alpha is ignored. `quality`: 0 to 1. `keep`: is filled with the picture's planes; as long as `planeBytes` says. */
export function encodeJpeg(
  { run, memoryOf }: WasmModule<EncoderExports>,
  picture: RgbaPicture | PlanarPicture,
  quality: number,
  keep?: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const { width, height } = picture;
  const { offsets, mcuRowPlaneBytes, mcuRowSymbolBytes, likelyBytes } = planEncoding(picture);
  const steps = quantizationTables(quality);
  const memory = memoryOf(likelyBytes);
  new Uint8Array(memory, offsets.predictions, offsets.codes - offsets.predictions).fill(0);
  writeQuantizationTables(memory, offsets.quantizationTables, steps);
  writeZigzag(memory, offsets.zigzag);
  run.begin(
    width,
    offsets.rows,
    offsets.planes,
    offsets.block,
    offsets.predictions,
    offsets.quantizationTables,
    offsets.frequencies,
    offsets.zigzag,
    offsets.symbols,
  );
  for (let row = 0; row < height; row += MCU_PX) {
    const rows = Math.min(MCU_PX, height - row);
    const bytes = new Uint8Array(memoryOf(run.symbolsEnd() + mcuRowSymbolBytes));
    const at = (row / MCU_PX) * mcuRowPlaneBytes;
    if ("planes" in picture) bytes.set(picture.planes.subarray(at, at + mcuRowPlaneBytes), offsets.planes);
    else {
      bytes.set(picture.pixels.subarray(row * width * 4, (row + rows) * width * 4), offsets.rows);
      run.toPlanes(rows);
      keep?.set(bytes.subarray(offsets.planes, offsets.planes + mcuRowPlaneBytes), at);
    }
    run.encodePlanes(rows);
  }
  const end = run.symbolsEnd();
  const frequencies = new Uint32Array(memoryOf(end), offsets.frequencies, (offsets.codes - offsets.frequencies) / 4);
  const huffmanTables = optimalHuffmanTables(frequencies);
  const codes = codesByKey(huffmanTables);
  const data = new Uint8Array(memoryOf(end + maxDataBytes(frequencies, codes)));
  new Uint32Array(data.buffer, offsets.codes, codes.length).set(codes);
  const dataEnd = run.writeSymbols(offsets.symbols, end, offsets.codes, end);
  return concat([writeHeader(picture, steps, huffmanTables), data.subarray(end, dataEnd), Uint8Array.of(0xff, EOI)]);
}
