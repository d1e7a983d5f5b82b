import { describe, expect, test } from "vitest";
import { isDrawn } from "../../../src/pixels/resample/is-drawn.js";

const PIXELS: Readonly<Record<string, readonly number[]>> = {
  "#": [0, 0, 0, 255],
  " ": [255, 255, 255, 255],
  g: [30, 30, 30, 255],
  r: [255, 0, 0, 255],
  ".": [0, 0, 0, 0],
  // What an encoder left under a transparent pixel, or a pixel half of which is missing.
  u: [200, 10, 10, 0],
  h: [100, 5, 5, 127],
};
const row = (signs: string) => new Uint8ClampedArray([...signs].flatMap((sign) => PIXELS[sign]!));

describe("isDrawn: a row that a decoder drew", () => {
  test.each([
    { of: "black", signs: "####", drawn: false },
    { of: "white", signs: "    ", drawn: false },
    { of: "black and white", signs: "# # ", drawn: false },
    { of: "transparent", signs: "....", drawn: false },
    { of: "nearly black", signs: "gggg", drawn: true },
    { of: "one grey pixel in black, the last", signs: "###g", drawn: true },
    { of: "one red pixel in white, the first", signs: "r   ", drawn: true },
    { of: "colour beside transparency", signs: "rg.r", drawn: false },
    { of: "colour under transparency", signs: "uuuu", drawn: false },
    { of: "colour that is half transparent", signs: "ghhg", drawn: false },
  ])("$of: $drawn", ({ signs, drawn }) => {
    expect(isDrawn(row(signs), false)).toBe(drawn);
  });

  test("fourth bytes say nothing where nothing is transparent", () => {
    expect(isDrawn(row("u"), true)).toBe(true);
    expect(isDrawn(row("...."), true)).toBe(false);
  });
});
