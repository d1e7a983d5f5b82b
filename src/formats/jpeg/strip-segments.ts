import { startsWith } from "../bytes.js";
import { APP0, APP1, APP15, APP2, COM } from "./markers.js";
import { exifLabel } from "../exif/exif-label.js";

const APP13 = 0xed;
const APP14 = 0xee;

/** Marker, length, "JFIF\0", version, density: the whole segment except the thumbnail. */
const JFIF_PAYLOAD_BYTES = 14;
/** "Adobe", version, two words of flags, colour transform; decoders read no further. */
const ADOBE_PAYLOAD_BYTES = 12;

export interface SegmentVerdict {
  /** The part that is kept, including marker and length. */
  kept?: Uint8Array;
  removed?: string;
  /** A piece of a colour profile: whether it may be removed depends on all of the pieces. */
  isProfile?: boolean;
}

export const isJpegMetadata = (marker: number): boolean => (marker >= APP0 && marker <= APP15) || marker === COM;

/** One APPn or comment segment. Only JFIF and Adobe take part in decoding: they say what the components mean. */
export function judgeSegment(marker: number, payload: Uint8Array): SegmentVerdict {
  if (marker === COM) return { removed: "comment" };
  if (marker === APP0 && startsWith(payload, "JFIF\0") && payload.length >= JFIF_PAYLOAD_BYTES)
    return judgeJfif(payload);
  if (marker === APP0 && startsWith(payload, "JFXX\0")) return { removed: "thumbnail" };
  if (marker === APP1 && startsWith(payload, "Exif\0")) return { removed: exifLabel(payload.subarray(6)) };
  if (marker === APP1 && startsWith(payload, "http://ns.adobe.com/x")) return { removed: "XMP" };
  if (marker === APP2 && startsWith(payload, "ICC_PROFILE\0")) return { isProfile: true };
  if (marker === APP2 && startsWith(payload, "MPF\0")) return { removed: "list of further pictures" };
  if (marker === APP13 && startsWith(payload, "Photoshop ")) return { removed: "IPTC" };
  if (marker === APP14 && startsWith(payload, "Adobe")) return judgeAdobe(payload);
  return { removed: applicationData(marker) };
}

function judgeJfif(payload: Uint8Array): SegmentVerdict {
  const kept = withHeader(APP0, payload.subarray(0, JFIF_PAYLOAD_BYTES));
  const hasThumbnail = payload.length > JFIF_PAYLOAD_BYTES || payload[12] !== 0 || payload[13] !== 0;
  // The last two bytes are the thumbnail's sides, which is no longer there.
  kept.fill(0, -2);
  return hasThumbnail ? { kept, removed: "thumbnail" } : { kept };
}

function judgeAdobe(payload: Uint8Array): SegmentVerdict {
  const kept = withHeader(APP14, payload.subarray(0, ADOBE_PAYLOAD_BYTES));
  return payload.length > ADOBE_PAYLOAD_BYTES ? { kept, removed: applicationData(APP14) } : { kept };
}

const applicationData = (marker: number): string => `application data (APP${marker - APP0})`;

function withHeader(marker: number, payload: Uint8Array): Uint8Array {
  const length = payload.length + 2;
  return Uint8Array.from([0xff, marker, length >> 8, length & 0xff, ...payload]);
}
