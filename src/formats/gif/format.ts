import { startsWith } from "../bytes.js";
import type { Format } from "../format.js";
import { readGif } from "./header.js";
import { isGifTruncated } from "./is-truncated.js";
import { gifProblem } from "./problem.js";
import { stripGif } from "./strip.js";

export const gif: Format = {
  mediaTypes: ["image/gif"],
  sniff: (head) => (startsWith(head, "GIF87a") || startsWith(head, "GIF89a") ? "image/gif" : undefined),
  header: readGif,
  isTruncated: isGifTruncated,
  problem: gifProblem,
  strip: stripGif,
};
