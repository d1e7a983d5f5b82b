/** What the coded data of a baseline picture consists of: how many groups of blocks, and which tables code each block. */
import { BLOCK_PX, MAX_BLOCKS, readFrame } from "./frame.js";
import type { Header } from "./header.js";
import { AC_TABLES } from "./huffman-table.js";

export interface Scan {
  /** Minimum coded units: groups of blocks that cover the same part of the picture. */
  units: number;
  /** The blocks of one such group, in their order. */
  blocks: readonly BlockTables[];
}

export interface BlockTables {
  /** Number of the table of the block's first coefficient. */
  dc: number;
  /** Number of the table of the other 63. */
  ac: number;
}

/** `undefined`: not 8 bit baseline with all its components in one scan. */
export function readScan(bytes: Uint8Array, { segments }: Header): Scan | undefined {
  const frame = readFrame(bytes, segments);
  if (!frame) return undefined;
  const { width, height, components } = frame;
  // A component alone is not grouped, whatever its sampling says.
  const alone = components.length === 1;
  const unitPx = (side: "across" | "down") => BLOCK_PX * (alone ? 1 : Math.max(...components.map((one) => one[side])));
  const units = Math.ceil(width / unitPx("across")) * Math.ceil(height / unitPx("down"));
  const blocks = components.flatMap(({ across, down, dc, ac }) =>
    Array.from({ length: alone ? 1 : across * down }, () => ({ dc, ac: AC_TABLES + ac })),
  );
  return blocks.length <= MAX_BLOCKS ? { units, blocks } : undefined;
}
