import { ifdEntry, ifdInMemory } from "../tiff/ifd.js";

const GPS_TAG = 0x8825;
const LATITUDE_TAG = 2;
const LONGITUDE_TAG = 4;

/**
 * Names an EXIF block for the log. Phones write an empty GPS directory even without permission to know the position, so it is
 * checked; one that cannot be read counts as a position.
 */
export function exifLabel(tiff: Uint8Array): string {
  const ifd = ifdInMemory(tiff);
  const pointer = ifd && ifdEntry(ifd, GPS_TAG);
  if (!pointer) return "EXIF";
  const gps = ifdInMemory(tiff, pointer.value);
  const hasPosition = !gps || ifdEntry(gps, LATITUDE_TAG) !== undefined || ifdEntry(gps, LONGITUDE_TAG) !== undefined;
  return hasPosition ? "EXIF (with GPS position)" : "EXIF";
}
