import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { premultiply } from "../../../src/engine/alpha.js";
import { type Pixels, resize, resizeExactly } from "./resize.js";

/** A picture by formula, so that Pillow could be given the same one. */
function picture(width: number, height: number, channels: 3 | 4): Pixels {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let c = 0; c < channels; c++) {
        const busy = (Math.floor(x / 9) + Math.floor(y / 7)) % 2 === 1 || c === 3;
        const value = busy ? (x * x * (c + 3) + y * y * (5 - c) + x * y * 7) >> 3 : x * 5 * (c + 1) + y * 3;
        pixels[(y * width + x) * 4 + c] = value & 255;
      }
    }
  }
  return pixels;
}

const withoutAlpha = (pixels: Pixels) => Array.from(pixels).filter((_, at) => at % 4 !== 3);

/** `Image.frombytes("RGB", from, picture).resize(to, Image.LANCZOS).tobytes()` of Pillow 9.4.0. */
const FROM_PILLOW = [
  {
    from: { width: 40, height: 24 },
    to: { width: 7, height: 5 },
    rgb: [
      15, 32, 49, 43, 68, 93, 108, 122, 142, 121, 218, 78, 111, 163, 104, 135, 123, 122, 181, 123, 77, 45, 46,
      45, 82, 102, 132, 120, 167, 174, 102, 183, 93, 161, 100, 130, 162, 84, 149, 138, 147, 83, 111, 92, 72,
      118, 136, 165, 90, 164, 159, 149, 155, 106, 131, 74, 164, 188, 88, 154, 163, 128, 87, 63, 82, 95, 91, 102,
      126, 140, 158, 127, 156, 153, 102, 154, 54, 153, 122, 136, 129, 206, 161, 107, 85, 78, 124, 144, 141, 145,
      124, 187, 112, 123, 121, 93, 169, 77, 159, 188, 125, 101, 189, 152, 110,
    ],
  },
  {
    from: { width: 1, height: 300 },
    to: { width: 1, height: 11 },
    rgb: [
      56, 54, 65, 127, 129, 129, 160, 158, 166, 93, 91, 93, 112, 101, 111, 161, 166, 177, 99, 114, 124, 106,
      104, 112, 162, 156, 173, 126, 81, 113, 98, 101, 95,
    ],
  },
  {
    from: { width: 6, height: 4 },
    to: { width: 5, height: 3 },
    rgb: [
      1, 1, 2, 6, 13, 19, 12, 25, 37, 19, 37, 56, 24, 49, 73, 6, 6, 7, 11, 18, 24, 17, 30, 42, 24, 42, 61, 29,
      54, 78, 10, 10, 11, 15, 22, 28, 21, 34, 46, 28, 46, 65, 33, 58, 82,
    ],
  },
];

/** `Image.frombytes("RGBA", (30, 20), picture).convert("RGBa").resize((5, 4), Image.LANCZOS).tobytes()` of the same. */
const PREMULTIPLIED_FROM_PILLOW = [
  0, 1, 3, 10, 16, 21, 26, 74, 70, 82, 97, 158, 54, 104, 41, 114, 62, 91, 50, 131, 6, 3, 1, 27, 49, 62, 78,
  131, 57, 84, 93, 135, 50, 81, 48, 125, 85, 40, 64, 128, 35, 30, 25, 74, 63, 80, 103, 156, 50, 79, 64, 116,
  70, 64, 64, 131, 65, 32, 85, 130, 35, 46, 56, 132, 51, 60, 77, 143, 75, 98, 77, 122, 76, 57, 59, 126, 76,
  32, 76, 128,
];

describe("the Lanczos passes", () => {
  test.each(FROM_PILLOW)("give Pillow's bytes for $from.width x $from.height", ({ from, to, rgb }) => {
    expect(withoutAlpha(resize(picture(from.width, from.height, 3), from, to))).toEqual(rgb);
  });

  test("give Pillow's bytes for premultiplied colours", () => {
    const pixels = picture(30, 20, 4);
    premultiply(pixels);
    const small = resize(pixels, { width: 30, height: 20 }, { width: 5, height: 4 }, true);
    expect(Array.from(small)).toEqual(PREMULTIPLIED_FROM_PILLOW);
  });

  const side = fc.integer({ min: 1, max: 40 });
  const shrink = fc.tuple(side, side).chain(([width, height]) =>
    fc.record({
      from: fc.constant({ width, height }),
      to: fc.record({ width: fc.integer({ min: 1, max: width }), height: fc.integer({ min: 1, max: height }) }),
      // Middling levels: overshoot is not clipped between the passes then, which the definition does not do either.
      levels: fc.array(fc.integer({ min: 90, max: 165 }), { minLength: width * height * 4, maxLength: width * height * 4 }),
    }),
  );

  test("stay within rounding of the definition, whatever the sizes and pixels", () => {
    fc.assert(
      fc.property(shrink, ({ from, to, levels }) => {
        const source = new Uint8ClampedArray(levels);
        const exact = resizeExactly(source, from, to);
        const apart = Array.from(resize(source, from, to, true), (value, at) => Math.abs(value - exact[at]!));
        // Half a level at the end, and half a level, spread by the weights, between the passes.
        expect(Math.max(...apart)).toBeLessThanOrEqual(1.5);
      }),
      { numRuns: 60 },
    );
  });

  test("keep a plain colour to the level, edges and extreme ratios included", () => {
    fc.assert(
      fc.property(shrink, fc.integer({ min: 0, max: 255 }), ({ from, to }, level) => {
        const source = new Uint8ClampedArray(from.width * from.height * 4).fill(level);
        expect(new Set(resize(source, from, to, true))).toEqual(new Set([level]));
      }),
    );
  });

  test("leave a picture that keeps its size as it is", () => {
    const size = { width: 30, height: 20 };
    expect(resize(picture(30, 20, 4), size, size, true)).toEqual(picture(30, 20, 4));
  });
});
