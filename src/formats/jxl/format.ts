import type { Format } from "../format.js";
import { isJxl, isJxlTruncated, readJxl } from "./header.js";

export const jxl: Format = {
  mediaTypes: ["image/jxl"],
  sniff: (head) => (isJxl(head) ? "image/jxl" : undefined),
  header: readJxl,
  isTruncated: isJxlTruncated,
};
