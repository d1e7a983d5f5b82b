/** Reads the header of a JPEG of the kind that the decoder takes: the plain kind that cameras write. */
import { concat } from "../../shared/concat.js";
import { AC_TABLES, type HuffmanTable } from "../huffman-table.js";
import { APP14, APP2, COM, DHT, DQT, DRI, SOF0, SOF1, SOS } from "../markers.js";
import type { CodedData } from "./coded-data.js";
import { type Frame, MAX_MCU_BLOCKS, readFrame } from "./frame.js";
import { readHuffmanTables } from "./huffman-tables.js";
import { headerBytes, isNamed, readSegments, type Segment } from "./segments.js";

export interface CodedPicture {
  frame: Frame;
  /** DC tables by number, then AC tables from `AC_TABLES` on. */
  huffmanTables: (HuffmanTable | undefined)[];
  /** Tables by number, each with 64 steps in zigzag order. */
  quantizationTables: (readonly number[] | undefined)[];
  iccProfile: Uint8Array | undefined;
  /** MCUs between two restart markers; 0: there are none. */
  restartInterval: number;
  /** Where the entropy-coded data begins. */
  dataStart: number;
}

/** Most cameras' headers are no longer than this, preview included. */
const READ_BYTES = 2 ** 16;
const COEFFICIENTS = 64;
/** "Adobe", version, two words of flags, colour transform: 1 is YCbCr. */
const ADOBE_BYTES = 12;
/**
 * Name, number of this piece, number of pieces. Writers keep them in order; pieces in another order do not make a known profile.
 */
const ICC_PREFIX_BYTES = 14;
/** The decoder reads a step as a signed 16-bit number. */
const MAX_STEP = 32_767;

/** Reads no more of the file than the header. `undefined`: as for `readHeader`. */
export async function readPicture(file: CodedData): Promise<CodedPicture | undefined> {
  for (let wanted = READ_BYTES; ;) {
    const head = await file.from(0, wanted);
    const needed = headerBytes(head);
    if (needed === undefined || needed <= head.length || head.length === file.bytes) return readHeader(head);
    wanted = needed + READ_BYTES;
  }
}

/** `undefined`: damaged, or of a kind that browsers decode (progressive, CMYK, RGB, arithmetic, several scans, 12 bit, grey with a profile). */
function readHeader(bytes: Uint8Array): CodedPicture | undefined {
  const segments = readSegments(bytes, [SOF0, SOF1, DHT, DQT, DRI, SOS, COM]);
  const frame = segments && readFrame(bytes, segments);
  const huffmanTables = frame && readHuffmanTables(bytes, segments);
  const quantizationTables = huffmanTables && readQuantizationTables(bytes, segments);
  if (!quantizationTables || !isScalable(frame) || !isYcc(bytes, segments, frame)) return undefined;
  const hasTables = frame.components.every(
    ({ dcTable, acTable, quantizationTable }) =>
      huffmanTables[dcTable] && huffmanTables[AC_TABLES + acTable] && quantizationTables[quantizationTable],
  );
  const iccProfile = readIccProfile(bytes, segments);
  // A grey picture's profile describes grey, whose curve need not be sRGB's.
  if (!hasTables || (iccProfile && frame.components.length === 1)) return undefined;
  const interval = segments.findLast(({ marker }) => marker === DRI);
  const restartInterval = interval ? (bytes[interval.start]! << 8) | bytes[interval.start + 1]! : 0;
  return { frame, huffmanTables, quantizationTables, iccProfile, restartInterval, dataStart: segments.at(-1)!.end };
}

/** Whether every component can be transformed to the full number of pixels: each sample must cover a whole number of them. */
function isScalable({ components }: Frame): boolean {
  if (components.length === 2) return false;
  const blocks = components.reduce((sum, { h, v }) => sum + h * v, 0);
  return (
    blocks <= MAX_MCU_BLOCKS &&
    (["h", "v"] as const).every((factor) => {
      const most = Math.max(...components.map((component) => component[factor]));
      return components.every((component) => most % component[factor] === 0);
    })
  );
}

/**
 * YCbCr, or grey. Three components may also be RGB; this is guessed as libjpeg does, by Adobe's segment or else by their names.
 */
function isYcc(bytes: Uint8Array, segments: readonly Segment[], { components }: Frame): boolean {
  if (components.length === 1) return true;
  const adobe = segments.find((segment) => segment.marker === APP14 && isNamed(bytes, segment, "Adobe"));
  if (adobe) return adobe.end - adobe.start >= ADOBE_BYTES && bytes[adobe.start + ADOBE_BYTES - 1] === 1;
  return String.fromCharCode(...components.map(({ id }) => id)) !== "RGB";
}

function readIccProfile(bytes: Uint8Array, segments: readonly Segment[]): Uint8Array | undefined {
  const pieces = segments.filter((segment) => segment.marker === APP2 && isNamed(bytes, segment, "ICC_PROFILE\0"));
  return pieces.length === 0
    ? undefined
    : concat(pieces.map(({ start, end }) => bytes.subarray(start + ICC_PREFIX_BYTES, end)));
}

/** `undefined`: damaged. */
function readQuantizationTables(
  bytes: Uint8Array,
  segments: readonly Segment[],
): CodedPicture["quantizationTables"] | undefined {
  const tables: CodedPicture["quantizationTables"] = [];
  for (const { start, end } of segments.filter(({ marker }) => marker === DQT)) {
    for (let at = start; at < end;) {
      const stepBytes = (bytes[at]! >> 4) + 1;
      const number = bytes[at]! & 15;
      const from = at + 1;
      at = from + COEFFICIENTS * stepBytes;
      if (stepBytes > 2 || number > 3 || at > end) return undefined;
      const stepAt = (place: number) => (stepBytes === 1 ? bytes[place]! : (bytes[place]! << 8) | bytes[place + 1]!);
      const table = Array.from({ length: COEFFICIENTS }, (_, n) => stepAt(from + n * stepBytes));
      if (table.some((step) => step > MAX_STEP)) return undefined;
      tables[number] = table;
    }
  }
  return tables;
}
