/**
 * Characters beyond ASCII that people see. They are made when the code runs: minifiers write escapes, and what `fromCharCode` makes
 * of a number, as the character itself, and a page that states no charset shows two others for it.
 */

/** Between the figures of one line. */
export const SEPARATOR = /* @__PURE__ */ String.fromCodePoint(0x20, 0xb7, 0x20);

/** From the original to what is sent. */
export const ARROW = /* @__PURE__ */ String.fromCodePoint(0x2192);

/** Between width and height. */
export { TIMES } from "../../shared/format-figures.js";

/** Before a rounded figure. */
export const ABOUT = /* @__PURE__ */ String.fromCodePoint(0x2248);

/** In place of what was left out of a name. */
export const ELLIPSIS = /* @__PURE__ */ String.fromCodePoint(0x2026);
