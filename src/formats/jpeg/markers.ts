/** The marker layer of JPEG (ISO/IEC 10918-1, annex B). All code that walks a JPEG uses it. */
import type { ByteReader } from "../byte-reader.js";
import { u16be } from "../bytes.js";

export const SOF0 = 0xc0;
export const DHT = 0xc4;
export const SOI = 0xd8;
export const EOI = 0xd9;
export const SOS = 0xda;
export const DQT = 0xdb;
export const COM = 0xfe;
export const APP0 = 0xe0;
export const APP1 = 0xe1;
export const APP2 = 0xe2;
export const APP15 = 0xef;

/** Far more than any photo has: a colour profile has at most 255 segments, metadata a few more. */
const MAX_SEGMENTS = 16_384;

/** Decoders skip stray bytes between segments; a file full of them is not a JPEG. */
const MAX_JUNK_BYTES = 262_144;

/** Coded data is searched in larger pieces than a header. */
const SCAN_READ_BYTES = 262_144;

export interface JpegSegment {
  marker: number;
  /** Where the payload begins, after the two length bytes. */
  start: number;
  /** The end of the payload. It may lie beyond the end of a truncated file. */
  end: number;
}

/** Start of frame: every marker from 0xC0 to 0xCF but DHT (C4), JPG (C8) and DAC (CC). */
export const isSof = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

export const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/** Markers that carry no length: restarts, SOI, EOI, TEM. */
const isStandalone = (marker: number): boolean =>
  isRestart(marker) || marker === SOI || marker === EOI || marker === 0x01;

/** Index of the next marker's code, after stray bytes, stuffed zeros and fill bytes (any number of 0xFF); -1 if there is none. */
function findMarker(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1) {
    let code = at + 1;
    while (bytes[code] === 0xff) code++;
    if (code >= bytes.length) return -1;
    if (bytes[code] !== 0) return code;
    at = bytes.indexOf(0xff, code + 1);
  }
  return -1;
}

/** The same for coded data, which does not end at a restart. */
function findScanEnd(bytes: Uint8Array, from: number): number {
  let code = findMarker(bytes, from);
  while (code !== -1 && isRestart(bytes[code] ?? 0)) code = findMarker(bytes, code + 1);
  return code;
}

/** A segment of a file in memory. */
export interface SegmentInMemory extends JpegSegment {
  /** Position of the 0xFF that begins it. */
  from: number;
  /** The end of the segment, and of the coded data that follows a scan's header. */
  to: number;
  /** There were stray bytes before it, after the previous segment. */
  isAfterStrayBytes: boolean;
}

/**
 * Segment after segment of a file in memory, up to EOI. Yields `undefined` last if there is no further one, or its length is
 * damaged.
 */
export function* segmentsInMemory(bytes: Uint8Array): Generator<SegmentInMemory | undefined> {
  let at = 2;
  for (;;) {
    const code = findMarker(bytes, at);
    const segment = code === -1 ? undefined : segmentAt(bytes, code, 0);
    if (!segment || segment.end > bytes.length) return yield undefined;
    const to = segment.marker === SOS ? scanEndIn(bytes, segment.end) : segment.end;
    yield { ...segment, from: code - 1, to, isAfterStrayBytes: code - at > 1 };
    if (segment.marker === EOI) return;
    at = to;
  }
}

function scanEndIn(bytes: Uint8Array, from: number): number {
  const code = findScanEnd(bytes, from);
  return code === -1 ? bytes.length : code - 1;
}

/**
 * The segment whose marker's code is at `code` in `bytes`, which begin at `offset` in the file. `undefined`: its length is
 * damaged or missing.
 */
function segmentAt(bytes: Uint8Array, code: number, offset: number): JpegSegment | undefined {
  const marker = bytes[code] ?? 0;
  const after = offset + code + 1;
  if (isStandalone(marker)) return { marker, start: after, end: after };
  const length = u16be(bytes, code + 1);
  return code + 3 > bytes.length || length < 2 ? undefined : { marker, start: after + 2, end: after + length };
}

/**
 * Segment after segment, up to EOI. Coded data is skipped when the segment after it is requested. Yields `undefined` last if
 * there is no further one, or its length is damaged.
 */
export async function* jpegSegments(reader: ByteReader): AsyncGenerator<JpegSegment | undefined> {
  let at = 2;
  for (let count = 0; count < MAX_SEGMENTS; count++) {
    const segment = await nextSegment(reader, at);
    yield segment;
    if (!segment || segment.marker === EOI) return;
    at = segment.marker === SOS ? await scanEnd(reader, segment.end) : segment.end;
  }
}

/** Up to the first scan's header, which is the last one returned, or to an EOI in its place. */
export async function* headerSegments(reader: ByteReader): AsyncGenerator<JpegSegment> {
  for await (const segment of jpegSegments(reader)) {
    if (segment) yield segment;
    if (segment?.marker === SOS) return;
  }
}

/** The next segment of a header. `undefined`: there is none, or its length is damaged. */
async function nextSegment(reader: ByteReader, from: number): Promise<JpegSegment | undefined> {
  let at = from;
  while (at - from <= MAX_JUNK_BYTES) {
    const bytes = await reader.read(at, 4);
    if (bytes.length < 2) return undefined;
    const code = findMarker(bytes, 0);
    if (code === -1) {
      // The last byte may be the 0xFF of a marker whose code has not been read yet.
      at += bytes.length - 1;
      continue;
    }
    // Marker and length, which may lie beyond what has been read.
    return segmentAt(await reader.read(at + code - 1, 4), 1, at + code - 1);
  }
  return undefined;
}

/** Position of the 0xFF of the first marker that is not a restart, or the end of the file. */
async function scanEnd(reader: ByteReader, from: number): Promise<number> {
  for (let at = from; at < reader.size;) {
    const { code, length } = await reader.look(at, SCAN_READ_BYTES, (bytes) => ({
      code: findScanEnd(bytes, 0),
      length: bytes.length,
    }));
    if (code !== -1) return at + code - 1;
    // The last byte may be the 0xFF of a marker whose code has not been read yet.
    at += at + length < reader.size ? Math.max(1, length - 1) : length;
  }
  return reader.size;
}
