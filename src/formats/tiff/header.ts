import { asOrientation, type ReadStoredHeader } from "../format.js";
import { type Ifd, ifdEntry, ORIENTATION_TAG, topDirectories } from "./ifd.js";

const WIDTH_TAG = 0x0100;
const HEIGHT_TAG = 0x0101;
const EXTRA_SAMPLES_TAG = 0x0152;

/** The first directory describes the picture; a second one with a width is another page. */
export const readTiff: ReadStoredHeader = async (reader) => {
  // Read one after the other: a later read may invalidate the array of an earlier one.
  let stored: { width: number; height: number; orientation: number | undefined; alpha: boolean } | undefined;
  let frames: "one" | "many" = "one";
  for await (const ifd of topDirectories(reader, 2)) {
    if (stored) frames = ifdEntry(ifd, WIDTH_TAG) ? "many" : "one";
    else stored = firstPage(ifd);
    if (!stored) return undefined;
  }
  return stored && { ...stored, orientation: asOrientation(stored.orientation), frames };
};

function firstPage(ifd: Ifd) {
  const width = ifdEntry(ifd, WIDTH_TAG)?.value;
  const height = ifdEntry(ifd, HEIGHT_TAG)?.value;
  if (width === undefined || height === undefined) return undefined;
  return {
    width,
    height,
    orientation: ifdEntry(ifd, ORIENTATION_TAG)?.value,
    alpha: ifdEntry(ifd, EXTRA_SAMPLES_TAG) !== undefined,
  };
}
