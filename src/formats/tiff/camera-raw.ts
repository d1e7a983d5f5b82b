import { startsWith } from "../bytes.js";
import { ifdEntry, ifdInMemory } from "./ifd.js";

const SUBFILE_TYPE_TAG = 0x00fe;
const REDUCED = 1;
const SUB_DIRECTORIES_TAG = 0x014a;
const DNG_VERSION_TAG = 0xc612;

/**
 * Camera raws that are built on TIFF. A TIFF decoder would show only the thumbnail, since the picture is in another directory.
 */
export function cameraRaw(head: Uint8Array): string | undefined {
  const ifd = ifdInMemory(head);
  if (startsWith(head, "CR\x02", 8)) return "a Canon camera raw (CR2)";
  if (!ifd) return undefined;
  if (ifdEntry(ifd, DNG_VERSION_TAG)) return "a camera raw (DNG)";
  const isThumbnail = ((ifdEntry(ifd, SUBFILE_TYPE_TAG)?.value ?? 0) & REDUCED) === REDUCED;
  return isThumbnail && ifdEntry(ifd, SUB_DIRECTORIES_TAG) ? "a camera raw" : undefined;
}
