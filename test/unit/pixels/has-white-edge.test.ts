import { describe, expect, test } from "vitest";
import { hasWhiteEdge } from "../../../src/pixels/has-white-edge.js";

/** `#` is grey, a space is white. */
const picture = (...rows: string[]) => ({
  width: rows[0]!.length,
  height: rows.length,
  pixels: new Uint8ClampedArray(
    [...rows.join("")].flatMap((sign) => (sign === " " ? [255, 255, 255, 255] : [254, 255, 255, 255])),
  ),
});

describe("hasWhiteEdge: the four edges", () => {
  test.each([
    { of: "all white", rows: ["   ", "   "], white: true },
    { of: "white below", rows: ["###", "# #", "   "], white: true },
    { of: "white above", rows: ["   ", "###", "###"], white: true },
    { of: "white on the left", rows: [" ##", " ##"], white: true },
    { of: "white on the right", rows: ["## ", "## "], white: true },
    { of: "white inside", rows: ["###", "# #", "###"], white: false },
    { of: "nearly white below", rows: ["###", "###", "  #"], white: false },
    { of: "nearly white on the right", rows: ["## ", "## ", "###"], white: false },
  ])("$of", ({ rows, white }) => {
    expect(hasWhiteEdge(picture(...rows))).toBe(white);
  });
});
