/** The frame, and the one scan with all its components (ISO/IEC 10918-1, B.2.2 and B.2.3). */
import type { Size } from "../../shared/types.js";
import { TABLES_PER_CLASS } from "../huffman-table.js";
import { SOF0, SOF1, SOS } from "../markers.js";
import type { Segment } from "./segments.js";

export interface Component {
  id: number;
  /** Sampling factors: its blocks in an MCU, across and down. */
  h: number;
  v: number;
  /** The numbers of its tables. */
  quantizationTable: number;
  dcTable: number;
  acTable: number;
}

export interface Frame extends Size {
  components: Component[];
}

/** Samples along each side of a block. */
export const BLOCK_PX = 8;
/** The format allows no more blocks in an MCU (B.2.3). */
export const MAX_MCU_BLOCKS = 10;
const MAX_COMPONENTS = 3;
const MAX_SAMPLING = 4;

/** `undefined`: not 8 bit, not sequential with Huffman coding, or not all components in one scan. */
export function readFrame(bytes: Uint8Array, segments: readonly Segment[]): Frame | undefined {
  const [frameSegment, ...furtherFrames] = segments.filter(({ marker }) => marker === SOF0 || marker === SOF1);
  const scan = segments.find(({ marker }) => marker === SOS);
  if (!frameSegment || furtherFrames.length > 0 || !scan) return undefined;
  const frame = readFrameHeader(bytes, frameSegment);
  return frame && readScanHeader(bytes, scan, frame.components) ? frame : undefined;
}

function readFrameHeader(bytes: Uint8Array, { start, end }: Segment): Frame | undefined {
  const count = bytes[start + 5]!;
  if (count < 1 || count > MAX_COMPONENTS || end - start !== 6 + 3 * count || bytes[start] !== 8) return undefined;
  const height = (bytes[start + 1]! << 8) | bytes[start + 2]!;
  const width = (bytes[start + 3]! << 8) | bytes[start + 4]!;
  const components: Component[] = [];
  for (let at = start + 6; at < end; at += 3) {
    const h = bytes[at + 1]! >> 4;
    const v = bytes[at + 1]! & 15;
    const isValid = [h, v].every((factor) => factor >= 1 && factor <= MAX_SAMPLING);
    if (!isValid || components.some(({ id }) => id === bytes[at])) return undefined;
    components.push({ id: bytes[at]!, h, v, quantizationTable: bytes[at + 2]!, dcTable: 0, acTable: 0 });
  }
  return width > 0 && height > 0 ? { width, height, components } : undefined;
}

/**
 * Sets the components' Huffman tables. Returns whether all components are in the scan, in the frame's order, with all their
 * coefficients.
 */
function readScanHeader(bytes: Uint8Array, { start, end }: Segment, components: Component[]): boolean {
  const spectrum = start + 1 + 2 * components.length;
  if (bytes[start] !== components.length || end !== spectrum + 3) return false;
  if (bytes[spectrum] !== 0 || bytes[spectrum + 1] !== 63 || bytes[spectrum + 2] !== 0) return false;
  return components.every((component, n) => {
    const at = start + 1 + 2 * n;
    component.dcTable = bytes[at + 1]! >> 4;
    component.acTable = bytes[at + 1]! & 15;
    return bytes[at] === component.id && component.dcTable < TABLES_PER_CLASS && component.acTable < TABLES_PER_CLASS;
  });
}
