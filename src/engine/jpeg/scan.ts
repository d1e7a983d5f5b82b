/** What the coded data of a baseline picture consists of: how many groups of blocks, and which tables code each block. */
import { type Header, type Segment, SOF0, SOS } from "./header.js";
import { AC_TABLES, TABLES_A_CLASS } from "./huffman-table.js";

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

interface Component {
  id: number;
  across: number;
  down: number;
}

interface Frame {
  width: number;
  height: number;
  components: Component[];
}

const BLOCK_PX = 8;
const MAX_COMPONENTS = 3;
const MAX_SAMPLING = 4;
/** Of one unit; a limit of the format itself. */
const MAX_BLOCKS = 10;

/** `undefined`: not 8 bit baseline with all its components in one scan. */
export function readScan(bytes: Uint8Array, { segments }: Header): Scan | undefined {
  const [frameSegment, ...furtherFrames] = segments.filter(({ marker }) => marker === SOF0);
  const scanSegment = segments.find(({ marker }) => marker === SOS);
  if (!frameSegment || furtherFrames.length > 0 || !scanSegment) return undefined;
  const frame = readFrame(bytes, frameSegment);
  const tables = frame && readTables(bytes, scanSegment, frame.components);
  return frame && tables && layOut(frame, tables);
}

function readFrame(bytes: Uint8Array, { start, end }: Segment): Frame | undefined {
  const count = bytes[start + 5]!;
  if (count < 1 || count > MAX_COMPONENTS || end - start !== 6 + 3 * count || bytes[start] !== 8) return undefined;
  const height = (bytes[start + 1]! << 8) | bytes[start + 2]!;
  const width = (bytes[start + 3]! << 8) | bytes[start + 4]!;
  const components: Component[] = [];
  for (let at = start + 6; at < end; at += 3) {
    const across = bytes[at + 1]! >> 4;
    const down = bytes[at + 1]! & 15;
    const isUsual = [across, down].every((factor) => factor >= 1 && factor <= MAX_SAMPLING);
    if (!isUsual || components.some(({ id }) => id === bytes[at])) return undefined;
    components.push({ id: bytes[at]!, across, down });
  }
  return width > 0 && height > 0 ? { width, height, components } : undefined;
}

/** Which tables each component uses; all must be there, in the frame's order, with all their coefficients. */
function readTables(bytes: Uint8Array, { start, end }: Segment, components: Component[]): BlockTables[] | undefined {
  const spectrum = start + 1 + 2 * components.length;
  if (bytes[start] !== components.length || end !== spectrum + 3) return undefined;
  if (bytes[spectrum] !== 0 || bytes[spectrum + 1] !== 63 || bytes[spectrum + 2] !== 0) return undefined;
  const tables: BlockTables[] = [];
  for (const [n, { id }] of components.entries()) {
    const at = start + 1 + 2 * n;
    const dc = bytes[at + 1]! >> 4;
    const ac = bytes[at + 1]! & 15;
    if (bytes[at] !== id || dc >= TABLES_A_CLASS || ac >= TABLES_A_CLASS) return undefined;
    tables.push({ dc, ac: AC_TABLES + ac });
  }
  return tables;
}

function layOut({ width, height, components }: Frame, tables: BlockTables[]): Scan | undefined {
  // A component alone is not grouped, whatever its sampling says.
  const alone = components.length === 1;
  const unitPx = (side: "across" | "down") => BLOCK_PX * (alone ? 1 : Math.max(...components.map((one) => one[side])));
  const units = Math.ceil(width / unitPx("across")) * Math.ceil(height / unitPx("down"));
  const blocks = components.flatMap(({ across, down }, n) => Array.from({ length: alone ? 1 : across * down }, () => tables[n]!));
  return blocks.length <= MAX_BLOCKS ? { units, blocks } : undefined;
}
