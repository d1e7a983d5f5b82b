import { startsWith } from "../bytes.js";
import { ifdEntry, ifdInMemory } from "../tiff/ifd.js";

const OFFSET_TAG = 0x0201;
const LENGTH_TAG = 0x0202;

/**
 * The small JPEG that a camera puts into the EXIF block, unchanged. The second directory describes it (EXIF 2.32, 4.5.8).
 * `undefined`: there is none, or it is incomplete.
 */
export function exifThumbnail(tiff: Uint8Array): Uint8Array | undefined {
  const next = ifdInMemory(tiff)?.next;
  const ifd = next ? ifdInMemory(tiff, next) : undefined;
  const offset = ifd && ifdEntry(ifd, OFFSET_TAG)?.value;
  const length = ifd && ifdEntry(ifd, LENGTH_TAG)?.value;
  if (offset === undefined || length === undefined || offset + length > tiff.length) return undefined;
  const bytes = tiff.subarray(offset, offset + length);
  return startsWith(bytes, [0xff, 0xd8, 0xff]) ? bytes : undefined;
}
