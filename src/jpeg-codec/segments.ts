/** The marker layer of a JPEG in memory (ISO/IEC 10918-1, annex B), up to the first scan, with nothing between its segments. */

export const SOF0 = 0xc0;
export const SOF1 = 0xc1;
export const DHT = 0xc4;
export const SOI = 0xd8;
export const EOI = 0xd9;
export const SOS = 0xda;
export const DQT = 0xdb;
export const DRI = 0xdd;
export const APP0 = 0xe0;
export const APP2 = 0xe2;
export const APP14 = 0xee;
const APP15 = 0xef;
export const COM = 0xfe;

export interface Segment {
  marker: number;
  /** Where the payload begins, behind marker and length. */
  start: number;
  /** Behind the payload. */
  end: number;
}

/** Marker and length. */
export const SEGMENT_HEAD_BYTES = 4;

/** From SOI, which is none of them, to SOS, the last. `undefined`: another marker than `known` and application data, or damaged. */
export function readSegments(bytes: Uint8Array, known: readonly number[]): Segment[] | undefined {
  if (!isMarker(bytes, 0, SOI)) return undefined;
  const segments: Segment[] = [];
  for (let at = 2; at + SEGMENT_HEAD_BYTES <= bytes.length; ) {
    const marker = bytes[at + 1]!;
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    const isKnown = known.includes(marker) || isApplicationData(marker);
    if (bytes[at] !== 0xff || !isKnown || end < at + SEGMENT_HEAD_BYTES || end > bytes.length) return undefined;
    segments.push({ marker, start: at + SEGMENT_HEAD_BYTES, end });
    if (marker === SOS) return segments;
    at = end;
  }
  return undefined;
}

/** How many of a file's first bytes reach to its first scan; `undefined`: none do. More than are given where they break off before it. */
export function headBytes(bytes: Uint8Array): number | undefined {
  let at = 2;
  while (at + SEGMENT_HEAD_BYTES <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1];
    at += 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    if (marker === SOS) return at;
  }
  return at + SEGMENT_HEAD_BYTES;
}

export function isApplicationData(marker: number): boolean {
  return marker >= APP0 && marker <= APP15;
}

export function isMarker(bytes: Uint8Array, at: number, marker: number): boolean {
  return bytes[at] === 0xff && bytes[at + 1] === marker;
}

/** Whether a segment is the kind of application data that begins with this name. */
export function isNamed(bytes: Uint8Array, { start, end }: Segment, name: string): boolean {
  if (start + name.length > end) return false;
  return Array.from(name).every((letter, at) => bytes[start + at] === letter.charCodeAt(0));
}
