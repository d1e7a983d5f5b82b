import type { Format } from "../format.js";
import { cameraRaw } from "./camera-raw.js";
import { readTiff } from "./header.js";
import { isLittleEndian } from "./ifd.js";

/** Truncation is not checked: only decoding finds where a TIFF ends. */
export const tiff: Format = {
  mediaTypes: ["image/tiff"],
  sniff: (head) => (isLittleEndian(head) === undefined ? undefined : "image/tiff"),
  header: readTiff,
  foreign: cameraRaw,
  facts: { isRare: true },
};
