/** Where everything lies in the decoder's memory for one picture at so many eighths of its size. */
import type { Size } from "../../shared/types.js";
import { BLOCK_PX, type Component, MAX_BLOCKS } from "../frame.js";
import { AC_TABLES } from "../huffman-table.js";
import type { CodedPicture } from "./coded-picture.js";
import { LOOKUP_TABLE_BYTES } from "./lookup-table.js";
import { scaledSize } from "./scaled-size.js";
import { MAX_PIXELS, TRANSFORM_BYTES } from "./transform-weights.js";

/** Of the decoded picture. Groups are those blocks of all components that cover the same part of it. */
export interface DecodePlan extends Size {
  groupsAcross: number;
  groupsDown: number;
  /** Rows of pixels that a row of groups makes. */
  groupRows: number;
  /** The blocks of a group, in their order. */
  blocks: PlannedBlock[];
  /** One a component: how many pixels become of a block. */
  transforms: Size[];
  /** Luma, blue and red: where their rows begin, and how far apart they are; 0: the same row for all. */
  planes: { place: number; stride: number }[];
  places: Places;
  /** All that lies in memory. */
  bytes: number;
}

/** Fields as `simd/decode.as.ts` reads them, of 4 bytes each. */
type PlannedBlock = [dc: number, ac: number, quanta: number, prediction: number, to: number, stride: number, step: number, transform: number];

export const BLOCK_ENTRY_BYTES = 32;
/** Of coded data, at a time. */
export const DATA_BYTES = 131_072;
/** What may be left of the last data, and zeros behind it: twice what a group of blocks takes at most. */
const SPARE_DATA_BYTES = 8192;
/** What is written past a row's end: the pixels that a transform has too many. */
const SPARE_PX = MAX_PIXELS;
const MAX_TABLES = 4;
const MAX_COMPONENTS = 3;
/** Of 64, and 16 more: a run that leads out of the block is noticed when it is done. */
export const QUANTA_BYTES = 320;

interface Places {
  block: number;
  predictions: number;
  plan: number;
  tables: number;
  quanta: number;
  transforms: number;
  greyRow: number;
  data: number;
  plain: number;
  rows: number;
}

/** `undefined`: a component would have to be enlarged more than its transform can. */
export function planDecoding({ frame }: CodedPicture, eighths: number): DecodePlan | undefined {
  // A component alone is not grouped, whatever its sampling says.
  const components = frame.components.length === 1 ? frame.components.map((one) => ({ ...one, across: 1, down: 1 })) : frame.components;
  const most = { across: Math.max(...components.map(({ across }) => across)), down: Math.max(...components.map(({ down }) => down)) };
  const pixelsOf = ({ across, down }: Component): Size => ({ width: (eighths * most.across) / across, height: (eighths * most.down) / down });
  if (components.some((component) => Math.max(pixelsOf(component).width, pixelsOf(component).height) > MAX_PIXELS)) return undefined;
  const groupsAcross = Math.ceil(frame.width / (BLOCK_PX * most.across));
  const groupRows = most.down * eighths;
  const { width, height } = scaledSize(frame, eighths);
  const stride = Math.ceil((groupsAcross * most.across * eighths + SPARE_PX) / 16) * 16;

  let bytes = 0;
  const room = (wanted: number, spare = 0) => {
    const place = bytes;
    bytes += Math.ceil((wanted + spare) / 64) * 64;
    return place;
  };
  const places: Places = {
    block: room(128 + 2),
    predictions: room(16),
    plan: room(MAX_BLOCKS * BLOCK_ENTRY_BYTES),
    tables: room(MAX_TABLES * LOOKUP_TABLE_BYTES),
    quanta: room(MAX_TABLES * QUANTA_BYTES),
    transforms: room(MAX_COMPONENTS * TRANSFORM_BYTES),
    greyRow: room(stride),
    data: room(DATA_BYTES),
    plain: room(DATA_BYTES, SPARE_DATA_BYTES),
    rows: room(groupRows * width * 4, 32),
  };
  const own = components.map(() => ({ place: room(stride * groupRows, SPARE_PX), stride }));
  const grey = { place: places.greyRow, stride: 0 };

  const blocks = components.flatMap((component, n): PlannedBlock[] => {
    const { width: across, height: down } = pixelsOf(component);
    const tables = [component.dc, AC_TABLES + component.ac].map((number) => places.tables + number * LOOKUP_TABLE_BYTES) as [number, number];
    return Array.from({ length: component.across * component.down }, (_, block) => {
      const column = block % component.across;
      const row = Math.floor(block / component.across);
      const to = own[n]!.place + row * down * stride + column * across;
      return [...tables, places.quanta + component.quanta * QUANTA_BYTES, places.predictions + n * 4, to, stride, component.across * across, places.transforms + n * TRANSFORM_BYTES];
    });
  });
  const planes = own.length === 1 ? [own[0]!, grey, grey] : own;
  const groupsDown = Math.ceil(frame.height / (BLOCK_PX * most.down));
  return { width, height, groupsAcross, groupsDown, groupRows, blocks, transforms: components.map(pixelsOf), planes, places, bytes };
}
