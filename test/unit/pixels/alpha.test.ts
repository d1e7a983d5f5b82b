import { describe, expect, test } from "vitest";
import { premultiply, unpremultiply } from "../../../src/pixels/alpha.js";

const pixels = (...values: number[]) => new Uint8ClampedArray(values);

describe("alpha: premultiplied and straight", () => {
  test("colours are premultiplied and come back within the rounding", () => {
    const colours = pixels(200, 100, 50, 128, 10, 20, 30, 255, 90, 90, 90, 0);
    premultiply(colours);
    expect(Array.from(colours)).toEqual([100, 50, 25, 128, 10, 20, 30, 255, 0, 0, 0, 0]);
    unpremultiply(colours);
    expect(Array.from(colours)).toEqual([199, 100, 50, 128, 10, 20, 30, 255, 0, 0, 0, 0]);
  });
});
