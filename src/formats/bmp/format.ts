import { startsWith, u32le } from "../bytes.js";
import type { Format } from "../format.js";
import { readBmpColours } from "./colours.js";
import { isBmpHeaderSize, readBmp } from "./header.js";
import { isBmpTruncated } from "./is-truncated.js";
import { normalizeBmp } from "./normalize.js";
import { bmpProblem } from "./problem.js";

export const bmp: Format = {
  mediaTypes: ["image/bmp"],
  // Many texts begin with "BM" too.
  sniff: (head) => (startsWith(head, "BM") && isBmpHeaderSize(u32le(head, 14)) ? "image/bmp" : undefined),
  header: readBmp,
  isTruncated: isBmpTruncated,
  problem: bmpProblem,
  normalize: normalizeBmp,
  colours: readBmpColours,
  facts: { isSizeCertain: "upright" },
};
