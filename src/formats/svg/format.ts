import type { Format } from "../format.js";
import { decodeSvgText, readSvg } from "./header.js";
import { findSvgRoot } from "./svg-root.js";

/**
 * The bytes that an XML file can begin with: `<`, byte order marks, white space. With this check most other files are not decoded
 * as text.
 */
const FIRST_BYTES: ReadonlySet<number> = new Set([0x3c, 0xef, 0xfe, 0xff, 0x20, 0x09, 0x0a, 0x0d]);

/** Truncation is not checked: only an XML parser finds where an SVG ends. */
export const svg: Format = {
  mediaTypes: ["image/svg+xml"],
  sniff: (head) => (FIRST_BYTES.has(head[0] ?? 0) && findSvgRoot(decodeSvgText(head)) ? "image/svg+xml" : undefined),
  header: readSvg,
  facts: { isRare: true, mayLackSize: true },
};
