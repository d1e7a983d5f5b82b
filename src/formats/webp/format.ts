import { startsWith } from "../bytes.js";
import type { Format } from "../format.js";
import { readWebpColours } from "./colours.js";
import { readWebp } from "./header.js";
import { isWebpTruncated } from "./is-truncated.js";
import { webpProblem } from "./problem.js";
import { stripWebp } from "./strip.js";

export const webp: Format = {
  mediaTypes: ["image/webp"],
  sniff: (head) => (startsWith(head, "RIFF") && startsWith(head, "WEBP", 8) ? "image/webp" : undefined),
  header: readWebp,
  isTruncated: isWebpTruncated,
  problem: webpProblem,
  strip: stripWebp,
  colours: readWebpColours,
  facts: { isSizeCertain: "upright" },
};
