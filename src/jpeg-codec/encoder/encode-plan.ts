/** Where everything lies in the encoder's memory for a picture of some size. */
import type { Size } from "../../shared/types.js";
import { ORDER_BYTES, QUANTA_BYTES } from "./write-quanta.js";

/** Blocks are encoded in groups: four of luma, one of each colour, which have half the size. */
export const GROUP_PX = 16;
const GROUP_BLOCKS = 6;
const BLOCK_BYTES = 128;
const TOKENS_A_BLOCK = 64;
const TOKEN_BYTES = 4;
const PREDICTION_BYTES = 4 * 4;
const SYMBOLS = 4 * 256;
/** Read behind the last row, and written behind the last of a plane. */
const SPARE_BYTES = 64;

export interface EncodePlan {
  places: Places;
  /** What a row of groups may add to the tokens. */
  rowTokenBytes: number;
  /** A photo at quality 85 has a token to four pixels; memory grows where there are more. */
  likelyBytes: number;
}

interface Places {
  block: number;
  quanta: number;
  order: number;
  rows: number;
  planes: number;
  predictions: number;
  frequencies: number;
  frequencyCount: number;
  codes: number;
  tokens: number;
}

export function planEncoding({ width, height }: Size): EncodePlan {
  const groups = Math.ceil(width / GROUP_PX);
  let bytes = 0;
  const room = (wanted: number) => {
    const place = bytes;
    bytes += Math.ceil(wanted / SPARE_BYTES) * SPARE_BYTES;
    return place;
  };
  const places = {
    block: room(BLOCK_BYTES),
    quanta: room(2 * QUANTA_BYTES),
    order: room(ORDER_BYTES),
    rows: room(width * GROUP_PX * 4 + SPARE_BYTES),
    // Three components at full size, two at a quarter.
    planes: room(groups * GROUP_PX * GROUP_PX * 3.5 + SPARE_BYTES),
    predictions: room(PREDICTION_BYTES),
    frequencies: room(SYMBOLS * 4),
    frequencyCount: SYMBOLS,
    codes: room(SYMBOLS * 4),
    tokens: room(0),
  };
  const rowTokenBytes = groups * GROUP_BLOCKS * TOKENS_A_BLOCK * TOKEN_BYTES;
  return { places, rowTokenBytes, likelyBytes: places.tokens + rowTokenBytes + width * height };
}
