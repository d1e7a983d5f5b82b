import { describe, expect, test } from "vitest";
import { isUnrotated, rotateUpright } from "../../../src/pixels/orientation.js";
import type { Orientation } from "../../../src/shared/types.js";

/** One letter a pixel, row by row. */
const picture = (...rows: string[]) => ({
  width: rows[0]!.length,
  height: rows.length,
  pixels: new Uint8ClampedArray(Array.from(rows.join(""), (letter) => [letter.charCodeAt(0), 1, 2, 3]).flat()),
});

const rowsOf = ({ width, height, pixels }: ReturnType<typeof picture>) =>
  Array.from({ length: height }, (_, y) =>
    String.fromCharCode(...Array.from({ length: width }, (_, x) => pixels[(y * width + x) * 4]!)),
  );

describe("orientation: rotating a stored picture upright", () => {
  // Upright it reads ABC over DEF; each case is how a camera held that way stores it.
  test.each<[Orientation, string[]]>([
    [1, ["ABC", "DEF"]],
    [2, ["CBA", "FED"]],
    [3, ["FED", "CBA"]],
    [4, ["DEF", "ABC"]],
    [5, ["AD", "BE", "CF"]],
    [6, ["CF", "BE", "AD"]],
    [7, ["FC", "EB", "DA"]],
    [8, ["DA", "EB", "FC"]],
  ])("orientation %i", (orientation, stored) => {
    const upright = rotateUpright(picture(...stored), orientation);
    expect(rowsOf(upright)).toEqual(["ABC", "DEF"]);
    expect(Array.from(upright.pixels.slice(0, 4))).toEqual(["A".charCodeAt(0), 1, 2, 3]);
  });

  const landscape = { width: 40, height: 30 };
  const portrait = { width: 30, height: 40 };
  test("is needed only where the sides came out swapped", () => {
    expect(isUnrotated(portrait, landscape, 6)).toBe(true);
    expect(isUnrotated(landscape, landscape, 6)).toBe(false);
    expect(isUnrotated(portrait, landscape, 3)).toBe(false);
    expect(isUnrotated({ width: 20, height: 20 }, { width: 20, height: 20 }, 6)).toBe(false);
    expect(isUnrotated({ width: 15, height: 20 }, landscape, 6)).toBe(false);
  });
});
