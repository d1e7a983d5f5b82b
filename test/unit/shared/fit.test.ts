import { describe, expect, it, test } from "vitest";
import fc from "fast-check";
import { boxFor, fitWithin } from "../../../src/shared/fit.js";

const BOX = { width: 1280, height: 960 };

describe("fitWithin gives what Pillow's thumbnail((1280, 960)) gives", () => {
  // Computed with Pillow 9.4: Image.new("L", size).thumbnail((1280, 960)).
  test.each([
    [4032, 3024, 1280, 960],
    [3024, 4032, 720, 960],
    [3120, 4208, 712, 960],
    [6000, 4000, 1280, 853],
    [1366, 768, 1280, 720],
    [2733, 2049, 1280, 960],
    [1281, 961, 1280, 960],
    [12000, 1000, 1280, 107],
    [1000, 12000, 80, 960],
    [1, 5000, 1, 960],
    [5000, 1, 1280, 1],
    [20000, 4, 1280, 1],
    [3, 9000, 1, 960],
    [2560, 3837, 641, 960],
    [1290, 2796, 443, 960],
    [6028, 3391, 1280, 720],
    [8640, 4860, 1280, 720],
    [5312, 2988, 1280, 720],
    [794, 3352, 227, 960],
    [32540, 255, 1280, 10],
    [1280, 960, 1280, 960],
    [800, 600, 800, 600],
    [1, 1, 1, 1],
  ])("%ix%i becomes %ix%i", (width, height, expectedWidth, expectedHeight) => {
    expect(fitWithin({ width, height }, BOX)).toEqual({ width: expectedWidth, height: expectedHeight });
  });

  it("never enlarges, never leaves the box, never reaches zero", () => {
    const side = fc.integer({ min: 1, max: 70_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const fitted = fitWithin({ width, height }, BOX);
        expect(fitted.width).toBeLessThanOrEqual(Math.min(width, BOX.width));
        expect(fitted.height).toBeLessThanOrEqual(Math.min(height, BOX.height));
        expect(Math.min(fitted.width, fitted.height)).toBeGreaterThanOrEqual(1);
        expect(Number.isInteger(fitted.width) && Number.isInteger(fitted.height)).toBe(true);
      }),
    );
  });
});

describe("boxFor", () => {
  test.each([
    ["portrait, strict", { width: 3024, height: 4032 }, { ...BOX }, BOX],
    ["portrait, turning", { width: 3024, height: 4032 }, { ...BOX, turn: true }, { width: 960, height: 1280 }],
    ["landscape, turning", { width: 4032, height: 3024 }, { ...BOX, turn: true }, BOX],
    ["square, turning", { width: 3000, height: 3000 }, { ...BOX, turn: true }, BOX],
    [
      "landscape in a standing box, turning",
      { width: 4032, height: 3024 },
      { width: 960, height: 1280, turn: true },
      BOX,
    ],
    [
      "portrait in a square box, turning",
      { width: 3024, height: 4032 },
      { width: 900, height: 900, turn: true },
      { width: 900, height: 900 },
    ],
  ])("%s", (_name, size, box, expected) => {
    expect(boxFor(size, box)).toEqual(expected);
  });
});
