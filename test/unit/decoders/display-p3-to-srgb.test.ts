import { expect, test } from "vitest";
import { displayP3ToSrgb } from "../../../src/decoders/display-p3-to-srgb.js";

type Colour = readonly [red: number, green: number, blue: number];

function converted(...pixel: [...Colour, number]): number[] {
  const data = Uint8ClampedArray.from(pixel);
  displayP3ToSrgb(data);
  return [...data];
}

/** By the conversion of CSS Color 4, in double precision. */
const PAIRS: readonly [name: string, p3: Colour, srgb: Colour][] = [
  ["sRGB's red", [234, 51, 35], [255, 0, 0]],
  ["sRGB's green", [117, 251, 76], [3, 255, 0]],
  ["sRGB's blue", [0, 0, 245], [0, 0, 255]],
  ["the strongest red, clipped", [255, 0, 0], [255, 0, 0]],
  ["the strongest green, clipped", [0, 255, 0], [0, 255, 0]],
  ["skin", [220, 170, 140], [229, 167, 135]],
  ["sky", [90, 150, 210], [67, 152, 215]],
  ["a leaf", [60, 110, 40], [39, 112, 26]],
  ["near black", [6, 3, 1], [7, 3, 1]],
];

test.each(PAIRS)("Display P3 to sRGB: %s", (_, p3, srgb) => {
  const apart = converted(...p3, 77).map((level, at) => Math.abs(level - [...srgb, 77][at]!));
  expect(Math.max(...apart)).toBeLessThanOrEqual(1);
});

test("Display P3 to sRGB: greys and alpha stay as they are", () => {
  for (let level = 0; level < 256; level++)
    expect(converted(level, level, level, 255 - level)).toEqual([level, level, level, 255 - level]);
});
