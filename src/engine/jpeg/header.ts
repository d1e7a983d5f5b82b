/** The segments of a JPEG as canvas encoders write it (ISO/IEC 10918-1, annex B): one frame, one scan, nothing in between. */

export const SOF0 = 0xc0;
export const DHT = 0xc4;
export const SOS = 0xda;
const SOI = 0xd8;
const EOI = 0xd9;
const DQT = 0xdb;
const APP0 = 0xe0;
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;

export interface Segment {
  marker: number;
  /** Where the payload begins, behind marker and length. */
  start: number;
  /** Behind the payload. */
  end: number;
}

export interface Header {
  /** From SOI, which is none of them, to SOS, the last. */
  segments: Segment[];
  /** The coded data: from behind SOS up to EOI, with which the file ends. */
  data: { start: number; end: number };
}

/** Marker and length. */
export const SEGMENT_HEAD_BYTES = 4;

/** `undefined`: not of this plain kind, or damaged. */
export function readHeader(bytes: Uint8Array): Header | undefined {
  const last = bytes.length - 2;
  if (last < 2 || !isMarker(bytes, 0, SOI) || !isMarker(bytes, last, EOI)) return undefined;
  const segments: Segment[] = [];
  for (let at = 2; at + SEGMENT_HEAD_BYTES <= last; ) {
    const marker = bytes[at + 1]!;
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    if (bytes[at] !== 0xff || !isKnown(marker) || end < at + SEGMENT_HEAD_BYTES || end > last) return undefined;
    segments.push({ marker, start: at + SEGMENT_HEAD_BYTES, end });
    if (marker === SOS) return { segments, data: { start: end, end: last } };
    at = end;
  }
  return undefined;
}

/** Without what decoding does not need, given that the picture is sRGB and upright, as a canvas' own is. */
export function withoutDispensable(bytes: Uint8Array, { segments, data }: Header): Header {
  return { segments: segments.filter((segment) => !isDispensable(bytes, segment)), data };
}

function isDispensable(bytes: Uint8Array, { marker, start, end }: Segment): boolean {
  if (marker === APP0) return !holdsName(bytes, start, end, "JFIF\0");
  // Adobe's says whether three components are YCbCr or RGB.
  if (marker === APP14) return !holdsName(bytes, start, end, "Adobe");
  return marker === COM || isApplicationData(marker);
}

function isKnown(marker: number): boolean {
  return [SOF0, DHT, DQT, SOS, COM].includes(marker) || isApplicationData(marker);
}

function isApplicationData(marker: number): boolean {
  return marker >= APP0 && marker <= APP15;
}

function isMarker(bytes: Uint8Array, at: number, marker: number): boolean {
  return bytes[at] === 0xff && bytes[at + 1] === marker;
}

function holdsName(bytes: Uint8Array, start: number, end: number, name: string): boolean {
  if (start + name.length > end) return false;
  return Array.from(name).every((letter, at) => bytes[start + at] === letter.charCodeAt(0));
}
