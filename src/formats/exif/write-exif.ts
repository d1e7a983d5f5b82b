import { type Ifd, ifdEntries, ifdEntry, ifdInMemory, ORIENTATION_TAG, SHORT } from "../tiff/ifd.js";
import type { Orientation } from "../../shared/types.js";

const EXIF_DIRECTORY_TAG = 0x8769;

/**
 * Whether every reader finds the same orientation in an EXIF block. Measured: of two tags Firefox takes the last, the others the
 * first; Chromium and Firefox take one from the EXIF directory too, WebKit does not; browsers read damaged directories up to
 * different points.
 */
export function isPlainExif(tiff: Uint8Array): boolean {
  const first = ifdInMemory(tiff);
  if (!first || first.isTruncated || orientationsIn(first) > 1) return false;
  const entry = ifdEntry(first, ORIENTATION_TAG);
  if (entry && (entry.type !== SHORT || entry.count !== 1)) return false;
  const pointer = ifdEntry(first, EXIF_DIRECTORY_TAG);
  const second = pointer && ifdInMemory(tiff, pointer.value);
  return !pointer || (second !== undefined && !second.isTruncated && orientationsIn(second) === 0);
}

function orientationsIn(ifd: Ifd): number {
  let count = 0;
  for (const { tag } of ifdEntries(ifd)) if (tag === ORIENTATION_TAG) count++;
  return count;
}

/** The smallest EXIF block that states an orientation: one directory of one entry. */
export const exifOf = (orientation: Orientation): Uint8Array<ArrayBuffer> =>
  // "MM", 42, the directory at 8; one entry: the tag, SHORT, 1, the value; no next directory.
  Uint8Array.of(
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    ORIENTATION_TAG >> 8,
    ORIENTATION_TAG & 0xff,
    0,
    SHORT,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  );
