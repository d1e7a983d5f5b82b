import { type Signature, startsWith } from "../bytes.js";
import type { Format } from "../format.js";
import { readJpeg } from "./header.js";
import { incompleteJpeg } from "./incomplete-sample.js";
import { isJpegTruncated } from "./is-truncated.js";
import { EOI } from "./markers.js";
import { missingJpegPixels } from "./missing-pixels.js";
import { normalizeJpeg } from "./normalize.js";
import { jpegProblem } from "./problem.js";
import { stripJpeg } from "./strip.js";
import { jpegThumbnail } from "./thumbnail.js";

const SIGNATURE: Signature = [0xff, 0xd8, 0xff];

export const jpeg: Format = {
  mediaTypes: ["image/jpeg"],
  sniff: (head) => (startsWith(head, SIGNATURE) ? "image/jpeg" : undefined),
  header: readJpeg,
  isTruncated: isJpegTruncated,
  problem: jpegProblem,
  normalize: normalizeJpeg,
  strip: stripJpeg,
  thumbnail: jpegThumbnail,
  verifyComplete: { findMissing: missingJpegPixels, incompleteSample: incompleteJpeg },
  // Chromium and WebKit show nothing of a JPEG without its end marker, and all there is of one that has it.
  endMarker: Uint8Array.of(0xff, EOI),
  // Browsers agree on EXIF orientation in JPEG only.
  facts: { isOpacityCertain: true, isSizeCertain: "always" },
};
