/** What a JPEG's header says, as far as our decoder needs it and takes it: the plain kind that cameras write. */
import { isDisplayP3Profile, isSrgbProfile } from "../../formats/icc/known-profile.js";
import { concat } from "../concat.js";
import { type Frame, MAX_BLOCKS, readFrame } from "../frame.js";
import { AC_TABLES, type HuffmanTable, readHuffmanTables } from "../huffman-table.js";
import { APP14, APP2, COM, DHT, DQT, DRI, headBytes, isNamed, readSegments, type Segment, SOF0, SOF1, SOS } from "../segments.js";
import type { CodedData } from "./coded-data.js";

export interface CodedPicture {
  frame: Frame;
  /** By number; first coefficients' before the others', from `AC_TABLES` on. */
  tables: (HuffmanTable | undefined)[];
  /** By number: 64 each, in the order of the file. */
  quanta: (readonly number[] | undefined)[];
  colourSpace: PredefinedColorSpace;
  /** Groups of blocks between two restart marks; 0: there are none. */
  restartInterval: number;
  /** Where the coded data begins. */
  dataStart: number;
}

/** Cameras' headers, a preview in them included, are seldom longer. */
const HEAD_BYTES = 2 ** 16;
const COEFFICIENTS = 64;
/** "Adobe", version, two words of flags, colour transform: 1 is YCbCr. */
const ADOBE_BYTES = 12;
/** The name and two numbers: which piece this is, of how many. Writers put them in order; else it is no profile that we know. */
const ICC_PREFIX_BYTES = 14;
/** Their upper half is read as a signed number. */
const MAX_QUANTUM = 32_767;

/** Reads as much as the header takes. `undefined` as below. */
export async function readPicture(file: CodedData): Promise<CodedPicture | undefined> {
  for (let wanted = HEAD_BYTES; ; ) {
    const head = await file.from(0, wanted);
    const needed = headBytes(head);
    if (needed === undefined || needed <= head.length || head.length === file.bytes) return readCodedPicture(head);
    wanted = needed + HEAD_BYTES;
  }
}

/**
 * `undefined`: of another kind, which browsers decode (progressive, CMYK, RGB, arithmetic, several scans, 12 bit, other colour
 * profiles), or damaged.
 */
function readCodedPicture(bytes: Uint8Array): CodedPicture | undefined {
  const segments = readSegments(bytes, [SOF0, SOF1, DHT, DQT, DRI, SOS, COM]);
  const frame = segments && readFrame(bytes, segments);
  const tables = frame && readHuffmanTables(bytes, segments);
  const quanta = tables && readQuanta(bytes, segments);
  if (!quanta || !isPlain(frame) || !isYcc(bytes, segments, frame)) return undefined;
  const colourSpace = readColourSpace(bytes, segments, frame);
  const isComplete = frame.components.every(({ dc, ac, quanta: number }) => tables[dc] && tables[AC_TABLES + ac] && quanta[number]);
  if (!isComplete || !colourSpace) return undefined;
  const interval = segments.findLast(({ marker }) => marker === DRI);
  const restartInterval = interval ? (bytes[interval.start]! << 8) | bytes[interval.start + 1]! : 0;
  return { frame, tables, quanta, colourSpace, restartInterval, dataStart: segments.at(-1)!.end };
}

/** Whether all components can be transformed to the same number of pixels, at most twice or four times as many as their own. */
function isPlain({ components }: Frame): boolean {
  if (components.length === 2) return false;
  const blocks = components.reduce((sum, { across, down }) => sum + across * down, 0);
  return blocks <= MAX_BLOCKS && (["across", "down"] as const).every((side) => {
    const most = Math.max(...components.map((component) => component[side]));
    return components.every((component) => most % component[side] === 0);
  });
}

/** YCbCr, or grey. Whether three components are RGB is guessed as libjpeg does: by Adobe's segment, else by their names. */
function isYcc(bytes: Uint8Array, segments: readonly Segment[], { components }: Frame): boolean {
  if (components.length === 1) return true;
  const adobe = segments.find((segment) => segment.marker === APP14 && isNamed(bytes, segment, "Adobe"));
  if (adobe) return adobe.end - adobe.start >= ADOBE_BYTES && bytes[adobe.start + ADOBE_BYTES - 1] === 1;
  return String.fromCharCode(...components.map(({ id }) => id)) !== "RGB";
}

/** A grey picture with a profile has one of grey, which is not sRGB's. */
function readColourSpace(bytes: Uint8Array, segments: readonly Segment[], { components }: Frame): PredefinedColorSpace | undefined {
  const pieces = segments.filter((segment) => segment.marker === APP2 && isNamed(bytes, segment, "ICC_PROFILE\0"));
  if (pieces.length === 0) return "srgb";
  if (components.length === 1) return undefined;
  const profile = concat(pieces.map(({ start, end }) => bytes.subarray(start + ICC_PREFIX_BYTES, end)));
  if (isSrgbProfile(profile)) return "srgb";
  return isDisplayP3Profile(profile) ? "display-p3" : undefined;
}

/** `undefined`: damaged. */
function readQuanta(bytes: Uint8Array, segments: readonly Segment[]): CodedPicture["quanta"] | undefined {
  const tables: CodedPicture["quanta"] = [];
  for (const { start, end } of segments.filter(({ marker }) => marker === DQT)) {
    for (let at = start; at < end; ) {
      const size = (bytes[at]! >> 4) + 1;
      const number = bytes[at]! & 15;
      const from = at + 1;
      at = from + COEFFICIENTS * size;
      if (size > 2 || number > 3 || at > end) return undefined;
      const valueAt = (place: number) => (size === 1 ? bytes[place]! : (bytes[place]! << 8) | bytes[place + 1]!);
      const table = Array.from({ length: COEFFICIENTS }, (_, n) => valueAt(from + n * size));
      if (table.some((quantum) => quantum > MAX_QUANTUM)) return undefined;
      tables[number] = table;
    }
  }
  return tables;
}
