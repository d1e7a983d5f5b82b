import { describe, expect, test } from "vitest";
import { halvedAxis, planHalvings } from "../../../src/pixels/resample/halvings.js";

const size = (width: number, height: number) => ({ width, height });

describe("halvings: before Lanczos", () => {
  test.each([
    {
      of: "8 megapixels: half would leave too little",
      from: size(3264, 2448),
      to: size(1280, 960),
      halvings: { x: 0, y: 0 },
    },
    { of: "12 megapixels", from: size(4032, 3024), to: size(1280, 960), halvings: { x: 1, y: 1 } },
    { of: "48 megapixels", from: size(8064, 6048), to: size(1280, 960), halvings: { x: 2, y: 2 } },
    { of: "100 megapixels", from: size(11648, 8736), to: size(1280, 960), halvings: { x: 2, y: 2 } },
    { of: "a picture that keeps its size", from: size(800, 600), to: size(800, 600), halvings: { x: 0, y: 0 } },
    { of: "a line: only its length", from: size(65_535, 1), to: size(1280, 1), halvings: { x: 5, y: 0 } },
    { of: "a column: only its height", from: size(1, 65_535), to: size(1, 960), halvings: { x: 0, y: 5 } },
  ])("$of", ({ from, to, halvings }) => {
    expect(planHalvings(from, to)).toEqual(halvings);
  });

  test("a pixel left over is dropped, but the picture keeps its true length", () => {
    expect(halvedAxis({ length: 4031, span: 4031 }, 1)).toEqual({ length: 2015, span: 2015.5 });
    expect(halvedAxis({ length: 4031, span: 4030.5 }, 2)).toEqual({ length: 1007, span: 1007.625 });
    expect(halvedAxis({ length: 7, span: 7 }, 0)).toEqual({ length: 7, span: 7 });
  });
});
