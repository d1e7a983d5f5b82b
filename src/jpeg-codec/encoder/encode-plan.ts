/** The layout of the encoder's memory for a picture of a given size. */
import type { Size } from "../../shared/types.js";
import { QUANTIZATION_TABLE_BYTES, ZIGZAG_BYTES } from "./write-quantization-tables.js";

/** The size of an MCU at 4:2:0: four blocks of Y, one each of Cb and Cr, which have half the size. */
export const MCU_PX = 16;
const MCU_BLOCKS = 6;
const BLOCK_BYTES = 128;
/** Levels per pixel of Y, Cb and Cr together, after Cb and Cr were halved each way. */
const PLANE_BYTES_PER_PX = 1.5;
/** At most one symbol for each coefficient. */
const SYMBOLS_PER_BLOCK = 64;
/** Its table, its value, and the bits that follow it. */
const SYMBOL_BYTES = 4;
const PREDICTION_BYTES = 4 * 4;
/** The symbols of all four Huffman tables. */
const FREQUENCIES = 4 * 256;
/** The module reads this far past the last row, and writes past the last row of a plane. */
const SPARE_BYTES = 64;

export interface EncodePlan {
  offsets: Offsets;
  /** Of the planes of a row of MCUs. */
  mcuRowPlaneBytes: number;
  /** The most bytes of symbols that a row of MCUs adds. */
  mcuRowSymbolBytes: number;
  /** Memory for a symbol to four pixels, as a photo at quality 85 needs; it grows if there are more. */
  likelyBytes: number;
}

interface Offsets {
  block: number;
  quantizationTables: number;
  zigzag: number;
  rows: number;
  planes: number;
  predictions: number;
  frequencies: number;
  codes: number;
  symbols: number;
}

/** Of a whole picture's planes. */
export function planeBytes({ width, height }: Size): number {
  return mcuRowPlaneBytes(width) * Math.ceil(height / MCU_PX);
}

function mcuRowPlaneBytes(width: number): number {
  return Math.ceil(width / MCU_PX) * MCU_PX * MCU_PX * PLANE_BYTES_PER_PX;
}

export function planEncoding({ width, height }: Size): EncodePlan {
  const mcusAcross = Math.ceil(width / MCU_PX);
  let bytes = 0;
  const allocate = (wanted: number) => {
    const offset = bytes;
    bytes += Math.ceil(wanted / SPARE_BYTES) * SPARE_BYTES;
    return offset;
  };
  const offsets = {
    block: allocate(BLOCK_BYTES),
    quantizationTables: allocate(2 * QUANTIZATION_TABLE_BYTES),
    zigzag: allocate(ZIGZAG_BYTES),
    rows: allocate(width * MCU_PX * 4 + SPARE_BYTES),
    // Three components at full size, two at a quarter.
    planes: allocate(mcusAcross * MCU_PX * MCU_PX * 3.5 + SPARE_BYTES),
    predictions: allocate(PREDICTION_BYTES),
    frequencies: allocate(FREQUENCIES * 4),
    codes: allocate(FREQUENCIES * 4),
    symbols: allocate(0),
  };
  const mcuRowSymbolBytes = mcusAcross * MCU_BLOCKS * SYMBOLS_PER_BLOCK * SYMBOL_BYTES;
  return {
    offsets,
    mcuRowPlaneBytes: mcuRowPlaneBytes(width),
    mcuRowSymbolBytes,
    likelyBytes: offsets.symbols + mcuRowSymbolBytes + width * height,
  };
}
