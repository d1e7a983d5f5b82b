import { describe, expect, test } from "vitest";
import { coverOf, premultiply, unpremultiply } from "../../../src/engine/alpha.js";

const pixels = (...values: number[]) => new Uint8ClampedArray(values);

describe("the alpha channel", () => {
  test("a picture is opaque, partial or blank; one pixel decides", () => {
    expect(coverOf(pixels(0, 0, 0, 255, 9, 9, 9, 255))).toBe("opaque");
    expect(coverOf(pixels(0, 0, 0, 255, 9, 9, 9, 254))).toBe("partial");
    expect(coverOf(pixels(0, 0, 0, 0, 9, 9, 9, 1))).toBe("partial");
    expect(coverOf(pixels(0, 0, 0, 0, 9, 9, 9, 0))).toBe("blank");
  });

  test("alphas that differ in every bit do not pass for opaque", () => {
    expect(coverOf(pixels(0, 0, 0, 0b10101010, 0, 0, 0, 0b01010101))).toBe("partial");
  });

  test("colours are premultiplied and come back within the rounding", () => {
    const colours = pixels(200, 100, 50, 128, 10, 20, 30, 255, 90, 90, 90, 0);
    premultiply(colours);
    expect(Array.from(colours)).toEqual([100, 50, 25, 128, 10, 20, 30, 255, 0, 0, 0, 0]);
    unpremultiply(colours);
    expect(Array.from(colours)).toEqual([199, 100, 50, 128, 10, 20, 30, 255, 0, 0, 0, 0]);
  });
});
