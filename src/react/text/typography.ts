/**
 * Characters beyond ASCII that people see. They are made at run time: minifiers replace escapes, and `fromCharCode` of a number,
 * by the character itself, and a page without a stated charset shows two others instead.
 */

/** Between the figures of one line. */
export const SEPARATOR = /* @__PURE__ */ String.fromCodePoint(0x20, 0xb7, 0x20);

/** From the original to what is sent. */
export const ARROW = /* @__PURE__ */ String.fromCodePoint(0x2192);

/** Between width and height. */
export { TIMES } from "../../shared/format-figures.js";

/** Before a rounded figure. */
export const ABOUT = /* @__PURE__ */ String.fromCodePoint(0x2248);

/** In place of the left-out part of a name. */
export const ELLIPSIS = /* @__PURE__ */ String.fromCodePoint(0x2026);
