/** The segments of a JPEG as canvas encoders write it: one frame, one scan, and the end. */
import { APP0, APP14, COM, DHT, DQT, EOI, isApplicationData, isMarker, isNamed, readSegments, type Segment, SOF0, SOS } from "./segments.js";

export interface Header {
  /** From SOI, which is none of them, to SOS, the last. */
  segments: Segment[];
  /** The coded data: from behind SOS up to EOI, with which the file ends. */
  data: { start: number; end: number };
}

/** `undefined`: not of this plain kind, or damaged. */
export function readHeader(bytes: Uint8Array): Header | undefined {
  const last = bytes.length - 2;
  if (last < 2 || !isMarker(bytes, last, EOI)) return undefined;
  const segments = readSegments(bytes.subarray(0, last), [SOF0, DHT, DQT, SOS, COM]);
  return segments && { segments, data: { start: segments.at(-1)!.end, end: last } };
}

/** Without what decoding does not need, given that the picture is sRGB and upright, as a canvas' own is. */
export function withoutDispensable(bytes: Uint8Array, { segments, data }: Header): Header {
  return { segments: segments.filter((segment) => !isDispensable(bytes, segment)), data };
}

function isDispensable(bytes: Uint8Array, segment: Segment): boolean {
  const { marker } = segment;
  if (marker === APP0) return !isNamed(bytes, segment, "JFIF\0");
  // Adobe's says whether three components are YCbCr or RGB.
  if (marker === APP14) return !isNamed(bytes, segment, "Adobe");
  return marker === COM || isApplicationData(marker);
}
