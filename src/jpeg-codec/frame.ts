/** The picture that a JPEG's frame and its one scan describe. */
import type { Size } from "../shared/types.js";
import { TABLES_A_CLASS } from "./huffman-table.js";
import { type Segment, SOF0, SOF1, SOS } from "./segments.js";

export interface Component {
  id: number;
  /** Blocks in a group of them. */
  across: number;
  down: number;
  /** Numbers of its tables: what coefficients are multiplied by, how the first and how the others are coded. */
  quanta: number;
  dc: number;
  ac: number;
}

export interface Frame extends Size {
  components: Component[];
}

export const BLOCK_PX = 8;
/** In a group of them; a limit of the format itself. */
export const MAX_BLOCKS = 10;
const MAX_COMPONENTS = 3;
const MAX_SAMPLING = 4;

/** `undefined`: not 8 bit, Huffman coded in sequence, with all its components in one scan. */
export function readFrame(bytes: Uint8Array, segments: readonly Segment[]): Frame | undefined {
  const [frameSegment, ...furtherFrames] = segments.filter(({ marker }) => marker === SOF0 || marker === SOF1);
  const scan = segments.find(({ marker }) => marker === SOS);
  if (!frameSegment || furtherFrames.length > 0 || !scan) return undefined;
  const frame = readSizes(bytes, frameSegment);
  return frame && hasAllIn(bytes, scan, frame.components) ? frame : undefined;
}

function readSizes(bytes: Uint8Array, { start, end }: Segment): Frame | undefined {
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
    components.push({ id: bytes[at]!, across, down, quanta: bytes[at + 2]!, dc: 0, ac: 0 });
  }
  return width > 0 && height > 0 ? { width, height, components } : undefined;
}

/** Notes which Huffman tables each component uses. All must be in the scan, in the frame's order, with all their coefficients. */
function hasAllIn(bytes: Uint8Array, { start, end }: Segment, components: Component[]): boolean {
  const spectrum = start + 1 + 2 * components.length;
  if (bytes[start] !== components.length || end !== spectrum + 3) return false;
  if (bytes[spectrum] !== 0 || bytes[spectrum + 1] !== 63 || bytes[spectrum + 2] !== 0) return false;
  return components.every((component, n) => {
    const at = start + 1 + 2 * n;
    component.dc = bytes[at + 1]! >> 4;
    component.ac = bytes[at + 1]! & 15;
    return bytes[at] === component.id && component.dc < TABLES_A_CLASS && component.ac < TABLES_A_CLASS;
  });
}
