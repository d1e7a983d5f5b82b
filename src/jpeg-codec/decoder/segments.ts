/** The segments of a JPEG in memory (ISO/IEC 10918-1, annex B), up to the first scan, with nothing between them. */
import { APP0, APP15, SEGMENT_HEAD_BYTES, SOI, SOS } from "../markers.js";

export interface Segment {
  marker: number;
  /** Where the payload begins, after marker and length. */
  start: number;
  /** The end of the payload. */
  end: number;
}

/**
 * The segments from SOI up to SOS, which is the last. `undefined`: damaged, or a marker is neither `known` nor application data.
 */
export function readSegments(bytes: Uint8Array, known: readonly number[]): Segment[] | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return undefined;
  const segments: Segment[] = [];
  for (let at = 2; at + SEGMENT_HEAD_BYTES <= bytes.length;) {
    const marker = bytes[at + 1]!;
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    const isKnown = known.includes(marker) || (marker >= APP0 && marker <= APP15);
    if (bytes[at] !== 0xff || !isKnown || end < at + SEGMENT_HEAD_BYTES || end > bytes.length) return undefined;
    segments.push({ marker, start: at + SEGMENT_HEAD_BYTES, end });
    if (marker === SOS) return segments;
    at = end;
  }
  return undefined;
}

/**
 * How many bytes the header takes, up to the end of SOS. If `bytes` ends before that, the result is larger: that many bytes are
 * needed to read on. `undefined`: there is something between the segments.
 */
export function headerBytes(bytes: Uint8Array): number | undefined {
  let at = 2;
  while (at + SEGMENT_HEAD_BYTES <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1];
    at += 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!);
    if (marker === SOS) return at;
  }
  return at + SEGMENT_HEAD_BYTES;
}

/** Whether the payload begins with this name, as application data does. */
export function isNamed(bytes: Uint8Array, { start, end }: Segment, name: string): boolean {
  if (start + name.length > end) return false;
  return Array.from(name).every((letter, at) => bytes[start + at] === letter.charCodeAt(0));
}
