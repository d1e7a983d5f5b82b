import { startsWith } from "../bytes.js";
import type { Format } from "../format.js";
import { PNG_SIGNATURE } from "./chunks.js";
import { readPng } from "./header.js";
import { incompletePng } from "./incomplete-sample.js";
import { isPngTruncated } from "./is-truncated.js";
import { missingPngPixels } from "./missing-pixels.js";
import { normalizePng } from "./normalize.js";
import { pngProblem } from "./problem.js";
import { stripPng } from "./strip.js";

export const png: Format = {
  mediaTypes: ["image/png"],
  sniff: (head) => (startsWith(head, PNG_SIGNATURE) ? "image/png" : undefined),
  header: readPng,
  isTruncated: isPngTruncated,
  problem: pngProblem,
  normalize: normalizePng,
  strip: stripPng,
  verifyComplete: { findMissing: missingPngPixels, incompleteSample: incompletePng },
  facts: { isOpacityCertain: true, isSizeCertain: "upright" },
};
