import type { Orientation } from "../../shared/types.js";
import { readExactly } from "../byte-reader.js";
import { concat } from "../../shared/concat.js";
import { bytesOf, startsWith } from "../bytes.js";
import { APP1, headerSegments, SOI } from "./markers.js";
import { exifOf, isPlainExif } from "../exif/write-exif.js";
import { around, type Normalize } from "../piece.js";

const PREFIX = "Exif\0\0";
const SOI_BYTES = 2;

/** The beginning of a JPEG: SOI, and an EXIF block that states the orientation. */
export function jpegExif(orientation: Orientation): Uint8Array<ArrayBuffer> {
  const exif = exifOf(orientation);
  return concat([Uint8Array.of(0xff, SOI, 0xff, APP1, 0, 2 + PREFIX.length + exif.length), bytesOf(PREFIX), exif]);
}

/**
 * A single well-formed EXIF block in front of all others of its kind stays; anything else is replaced by the orientation that was
 * read.
 */
export const normalizeJpeg: Normalize = async (reader, { orientation }) => {
  const blocks: { from: number; to: number }[] = [];
  let isPlain = true;
  let hasOther = false;
  for await (const { marker, start, end } of headerSegments(reader)) {
    if (marker !== APP1) continue;
    const payload = await readExactly(reader, start, end - start);
    if (startsWith(payload, "Exif")) {
      isPlain &&=
        blocks.length === 0 && !hasOther && startsWith(payload, PREFIX) && isPlainExif(payload.subarray(PREFIX.length));
      // Marker and length come first; fill bytes before them may stay.
      blocks.push({ from: start - 4, to: end });
    } else {
      hasOther = true;
    }
  }
  if (isPlain || blocks.length === 0) return undefined;
  // In one piece with the block: Firefox makes no bitmap of a file whose first part is shorter than three bytes.
  return [jpegExif(orientation), ...around(blocks, SOI_BYTES, reader.size)];
};
