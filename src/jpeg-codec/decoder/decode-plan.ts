/** The layout of the decoder's memory for one picture at a given number of eighths of its size. */
import type { Size } from "../../shared/types.js";
import { AC_TABLES } from "../huffman-table.js";
import type { CodedPicture } from "./coded-picture.js";
import { BLOCK_PX, type Component, MAX_MCU_BLOCKS } from "./frame.js";
import { IDCT_BYTES, MAX_IDCT_PIXELS } from "./idct-weights.js";
import { LOOKUP_TABLE_BYTES } from "./lookup-table.js";
import { scaledSize } from "./scaled-size.js";

/** Width and height of the decoded picture. */
export interface DecodePlan extends Size {
  mcusAcross: number;
  mcusDown: number;
  /** Rows of pixels that a row of MCUs gives. */
  mcuRows: number;
  /** The blocks of an MCU, in order. */
  blocks: PlannedBlock[];
  /** By component: the pixels that a block gives. */
  idctSizes: Size[];
  /** Where the rows of Y, Cb and Cr begin, and how far apart they are; 0: one row is used for all. */
  planes: Plane[];
  offsets: Offsets;
  /** Bytes of memory in all. */
  bytes: number;
}

export interface Plane {
  offset: number;
  stride: number;
}

/** Fields as `simd/decode.as.ts` reads them, of 4 bytes each. `step`: from one block's pixels to those in the next MCU. */
type PlannedBlock = [
  dcTable: number,
  acTable: number,
  quantizationTable: number,
  prediction: number,
  to: number,
  stride: number,
  step: number,
  idctWeights: number,
];

export const BLOCK_ENTRY_BYTES = 32;
/** Entropy-coded data is passed in pieces of this many bytes. */
export const DATA_BYTES = 131_072;
/** Room for the rest of the last piece, followed by zeros: twice the most that an MCU takes. */
const SPARE_DATA_BYTES = 8192;
/** The inverse DCT writes at most this many pixels past a row's end. */
const SPARE_PX = MAX_IDCT_PIXELS;
const MAX_TABLES = 4;
const MAX_COMPONENTS = 3;
/** 64 steps, and 16 entries more: a run of zeros may lead out of the block, which is noticed only after the step was read. */
export const QUANTIZATION_TABLE_BYTES = 320;

interface Offsets {
  block: number;
  predictions: number;
  plan: number;
  huffmanTables: number;
  quantizationTables: number;
  idctWeights: number;
  greyRow: number;
  /** As in the file, with stuffed zeros. */
  stuffedData: number;
  data: number;
  rows: number;
}

/** `undefined`: a component would have to be enlarged by more than the inverse DCT can. */
export function planDecoding({ frame }: CodedPicture, eighths: number): DecodePlan | undefined {
  // An MCU of a single component is one block, whatever its sampling factors say (A.2.2).
  const components =
    frame.components.length === 1 ? frame.components.map((one) => ({ ...one, h: 1, v: 1 })) : frame.components;
  const most = { h: Math.max(...components.map(({ h }) => h)), v: Math.max(...components.map(({ v }) => v)) };
  const idctSize = ({ h, v }: Component): Size => ({ width: (eighths * most.h) / h, height: (eighths * most.v) / v });
  if (components.some((component) => Math.max(idctSize(component).width, idctSize(component).height) > MAX_IDCT_PIXELS))
    return undefined;
  const mcusAcross = Math.ceil(frame.width / (BLOCK_PX * most.h));
  const mcusDown = Math.ceil(frame.height / (BLOCK_PX * most.v));
  const mcuRows = most.v * eighths;
  const { width, height } = scaledSize(frame, eighths);
  const stride = Math.ceil((mcusAcross * most.h * eighths + SPARE_PX) / 16) * 16;

  let bytes = 0;
  const allocate = (wanted: number, spare = 0) => {
    const offset = bytes;
    bytes += Math.ceil((wanted + spare) / 64) * 64;
    return offset;
  };
  const offsets: Offsets = {
    block: allocate(128 + 2),
    predictions: allocate(16),
    plan: allocate(MAX_MCU_BLOCKS * BLOCK_ENTRY_BYTES),
    huffmanTables: allocate(MAX_TABLES * LOOKUP_TABLE_BYTES),
    quantizationTables: allocate(MAX_TABLES * QUANTIZATION_TABLE_BYTES),
    idctWeights: allocate(MAX_COMPONENTS * IDCT_BYTES),
    greyRow: allocate(stride),
    stuffedData: allocate(DATA_BYTES),
    data: allocate(DATA_BYTES, SPARE_DATA_BYTES),
    rows: allocate(mcuRows * width * 4, 32),
  };
  const own = components.map(() => ({ offset: allocate(stride * mcuRows, SPARE_PX), stride }));
  const grey = { offset: offsets.greyRow, stride: 0 };

  const blocks = components.flatMap((component, n): PlannedBlock[] => {
    const { width: across, height: down } = idctSize(component);
    return Array.from({ length: component.h * component.v }, (_, block) => {
      const column = block % component.h;
      const row = Math.floor(block / component.h);
      return [
        offsets.huffmanTables + component.dcTable * LOOKUP_TABLE_BYTES,
        offsets.huffmanTables + (AC_TABLES + component.acTable) * LOOKUP_TABLE_BYTES,
        offsets.quantizationTables + component.quantizationTable * QUANTIZATION_TABLE_BYTES,
        offsets.predictions + n * 4,
        own[n]!.offset + row * down * stride + column * across,
        stride,
        component.h * across,
        offsets.idctWeights + n * IDCT_BYTES,
      ];
    });
  });
  const planes = own.length === 1 ? [own[0]!, grey, grey] : own;
  return {
    width,
    height,
    mcusAcross,
    mcusDown,
    mcuRows,
    blocks,
    idctSizes: components.map(idctSize),
    planes,
    offsets,
    bytes,
  };
}
