import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { premultiply } from "../../../src/pixels/alpha.js";
import type { Kernel } from "../../../src/pixels/resample/resizer.js";
import { scalarKernel } from "../../../src/pixels/resample/scalar-kernel.js";
import { loadSimdKernel } from "../../../src/pixels/resample/simd-kernel.js";
import { weightsFor } from "../../../src/pixels/resample/weights.js";
import { type Pixels, resize, resizeExactly } from "./resize.js";

const simdKernel = await loadSimdKernel();
const KERNELS: { name: string; kernel: Kernel }[] = [
  { name: "plain TypeScript", kernel: scalarKernel },
  { name: "WebAssembly SIMD", kernel: simdKernel },
];

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
      15, 32, 49, 43, 68, 93, 108, 122, 142, 121, 218, 78, 111, 163, 104, 135, 123, 122, 181, 123, 77, 45, 46, 45, 82,
      102, 132, 120, 167, 174, 102, 183, 93, 161, 100, 130, 162, 84, 149, 138, 147, 83, 111, 92, 72, 118, 136, 165, 90,
      164, 159, 149, 155, 106, 131, 74, 164, 188, 88, 154, 163, 128, 87, 63, 82, 95, 91, 102, 126, 140, 158, 127, 156,
      153, 102, 154, 54, 153, 122, 136, 129, 206, 161, 107, 85, 78, 124, 144, 141, 145, 124, 187, 112, 123, 121, 93,
      169, 77, 159, 188, 125, 101, 189, 152, 110,
    ],
  },
  {
    from: { width: 1, height: 300 },
    to: { width: 1, height: 11 },
    rgb: [
      56, 54, 65, 127, 129, 129, 160, 158, 166, 93, 91, 93, 112, 101, 111, 161, 166, 177, 99, 114, 124, 106, 104, 112,
      162, 156, 173, 126, 81, 113, 98, 101, 95,
    ],
  },
  {
    from: { width: 6, height: 4 },
    to: { width: 5, height: 3 },
    rgb: [
      1, 1, 2, 6, 13, 19, 12, 25, 37, 19, 37, 56, 24, 49, 73, 6, 6, 7, 11, 18, 24, 17, 30, 42, 24, 42, 61, 29, 54, 78,
      10, 10, 11, 15, 22, 28, 21, 34, 46, 28, 46, 65, 33, 58, 82,
    ],
  },
];

/** `Image.frombytes("RGBA", (30, 20), picture).convert("RGBa").resize((5, 4), Image.LANCZOS).tobytes()` of the same. */
const PREMULTIPLIED_FROM_PILLOW = [
  0, 1, 3, 10, 16, 21, 26, 74, 70, 82, 97, 158, 54, 104, 41, 114, 62, 91, 50, 131, 6, 3, 1, 27, 49, 62, 78, 131, 57, 84,
  93, 135, 50, 81, 48, 125, 85, 40, 64, 128, 35, 30, 25, 74, 63, 80, 103, 156, 50, 79, 64, 116, 70, 64, 64, 131, 65, 32,
  85, 130, 35, 46, 56, 132, 51, 60, 77, 143, 75, 98, 77, 122, 76, 57, 59, 126, 76, 32, 76, 128,
];

/** Pillow rounds between its passes, we do not: a level apart at most. */
function expectWithinALevel(pixels: ArrayLike<number>, expected: readonly number[]): void {
  expect(pixels.length).toBe(expected.length);
  expect(Math.max(...Array.from(pixels, (value, at) => Math.abs(value - expected[at]!)))).toBeLessThanOrEqual(1);
}

const side = fc.integer({ min: 1, max: 40 });
const shrink = fc.tuple(side, side).chain(([width, height]) =>
  fc.record({
    from: fc.constant({ width, height }),
    to: fc.record({ width: fc.integer({ min: 1, max: width }), height: fc.integer({ min: 1, max: height }) }),
    levels: fc.array(fc.integer({ min: 0, max: 255 }), {
      minLength: width * height * 4,
      maxLength: width * height * 4,
    }),
  }),
);

describe.each(KERNELS)("the kernel in $name", ({ kernel }) => {
  test.each(FROM_PILLOW)(
    "gives Pillow's bytes to a level for $from.width x $from.height",
    async ({ from, to, rgb }) => {
      const source = picture(from.width, from.height, 3);
      expectWithinALevel(withoutAlpha(await resize(kernel, source, from, to, { alpha: "none" })), rgb);
    },
  );

  test("gives Pillow's bytes to a level for premultiplied colours", async () => {
    const source = picture(30, 20, 4);
    premultiply(source);
    const plan = {
      width: 30,
      height: 20,
      stripRows: 20,
      across: weightsFor({ length: 30, span: 30 }, 5),
      down: weightsFor({ length: 20, span: 20 }, 4),
      swap: false,
      excess: 0,
      opaque: false,
    };
    const resizer = kernel(plan);
    resizer.strip.set(source);
    resizer.take(20);
    expectWithinALevel(resizer.pixels, PREMULTIPLIED_FROM_PILLOW);
  });

  test("stays within rounding of the definition, whatever the sizes and pixels", async () => {
    await fc.assert(
      fc.asyncProperty(shrink, async ({ from, to, levels }) => {
        const source = new Uint8ClampedArray(levels.map((level, at) => (at % 4 === 3 ? 255 : level)));
        const exact = resizeExactly(source, from, to);
        const pixels = await resize(kernel, source, from, to);
        const apart = Array.from(pixels, (value, at) => Math.abs(value - Math.min(255, Math.max(0, exact[at]!))));
        // Half a level at the end; weights of 14 bits and lines of 6 make up the rest.
        expect(Math.max(...apart)).toBeLessThanOrEqual(0.75);
      }),
      { numRuns: 60 },
    );
  });

  test("takes the excess of brightness off the colours, not off the alpha", async () => {
    const [from, to] = [
      { width: 40, height: 30 },
      { width: 12, height: 9 },
    ];
    const source = picture(from.width, from.height, 3).map((value, at) => (at % 4 === 3 ? 255 : 64 + value / 2));
    const mean = (pixels: Pixels) =>
      pixels.reduce((sum, value, at) => (at % 4 === 3 ? sum : sum + value), 0) / pixels.length;
    const [plain, less] = [
      await resize(kernel, source, from, to),
      await resize(kernel, source, from, to, { excess: 8 }),
    ];
    expect(mean(plain) - mean(less)).toBeCloseTo(6, 1);
    expect(less.filter((_, at) => at % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  });

  test("keeps a plain colour to the level, edges and extreme ratios included", async () => {
    await fc.assert(
      fc.asyncProperty(shrink, fc.integer({ min: 0, max: 255 }), async ({ from, to }, level) => {
        const source = new Uint8ClampedArray(from.width * from.height * 4)
          .fill(level)
          .map((value, at) => (at % 4 === 3 ? 255 : value));
        const pixels = await resize(kernel, source, from, to);
        expect(new Set(withoutAlpha(pixels))).toEqual(new Set([level]));
      }),
    );
  });

  test("leaves a picture that keeps its size as it is", async () => {
    const size = { width: 30, height: 20 };
    expect(await resize(kernel, picture(30, 20, 3), size, size)).toEqual(picture(30, 20, 3));
  });

  test("puts red and blue in their places, and makes opaque what has no alpha", async () => {
    const size = { width: 3, height: 2 };
    const bgrx = new Uint8ClampedArray(Array.from({ length: 6 }, () => [30, 20, 10, 7]).flat());
    const pixels = await resize(kernel, bgrx, size, { width: 2, height: 1 }, { swap: true, alpha: "none" });
    expect(Array.from(pixels)).toEqual([10, 20, 30, 255, 10, 20, 30, 255]);
  });

  test("does not let the colour of transparent pixels into the edges", async () => {
    const size = { width: 8, height: 8 };
    const straight = new Uint8ClampedArray(
      Array.from({ length: 64 }, (_, at) => (at % 8 < 4 ? [0, 255, 0, 255] : [255, 0, 0, 0])).flat(),
    );
    const pixels = await resize(kernel, straight, size, { width: 3, height: 3 }, { alpha: "straight" });
    const seen = Array.from({ length: 9 }, (_, at) => pixels.slice(at * 4, at * 4 + 4)).filter(
      ([, , , cover]) => cover! > 8,
    );
    expect(seen.length).toBeGreaterThan(2);
    for (const [red, green, blue] of seen) expect([red, green, blue]).toEqual([0, 255, 0]);
  });

  test.each([
    { of: "opaque", alphas: [255, 255, 255, 255, 255], cover: "opaque" },
    { of: "nearly opaque, in the last pixel", alphas: [255, 255, 255, 255, 254], cover: "partial" },
    { of: "nearly blank, in the last pixel", alphas: [0, 0, 0, 0, 1], cover: "partial" },
    { of: "blank", alphas: [0, 0, 0, 0, 0], cover: "blank" },
    {
      of: "of alphas that differ in every bit",
      alphas: [0b10101010, 0b01010101, 0b10101010, 0b01010101, 0b10101010],
      cover: "partial",
    },
  ])("recognizes a strip that is $of", ({ alphas, cover }) => {
    const one = weightsFor({ length: 5, span: 5 }, 5);
    const resizer = kernel({
      width: 5,
      height: 5,
      stripRows: 8,
      across: one,
      down: one,
      swap: false,
      excess: 0,
      opaque: false,
    });
    resizer.strip.set(alphas.flatMap((alpha) => [9, 9, 9, alpha]));
    expect(resizer.coverOf(1)).toBe(cover);
  });

  test("resamples one picture after another, smaller and larger", async () => {
    const [small, large] = [
      { width: 4, height: 3 },
      { width: 300, height: 200 },
    ];
    for (const size of [small, large, small]) {
      expect(await resize(kernel, picture(size.width, size.height, 3), size, size)).toEqual(
        picture(size.width, size.height, 3),
      );
    }
  });
});

test("kernels: the two kernels give the same bytes", async () => {
  await fc.assert(
    fc.asyncProperty(
      shrink,
      fc.boolean(),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      async ({ from, to, levels }, swap, fraction) => {
        const source = new Uint8ClampedArray(levels);
        const more = {
          across: { length: from.width, span: from.width - fraction },
          down: { length: from.height, span: from.height - fraction },
          swap,
          excess: fraction,
          alpha: swap ? ("none" as const) : ("premultiplied" as const),
        };
        expect(await resize(simdKernel, source, from, to, more)).toEqual(
          await resize(scalarKernel, source, from, to, more),
        );
      },
    ),
    { numRuns: 150 },
  );
});

test("kernels: a picture that keeps its size takes no more taps than it needs", () => {
  expect(weightsFor({ length: 100, span: 100 }, 100).taps).toBe(2);
});

test("kernels: a picture that comes in many strips is the same as in one", async () => {
  const from = { width: 4000, height: 700 };
  const to = { width: 40, height: 7 };
  const pixels = await resize(simdKernel, picture(from.width, from.height, 3), from, to);
  const exact = resizeExactly(picture(from.width, from.height, 3), from, to);
  expect(
    Math.max(...Array.from(pixels, (value, at) => Math.abs(value - Math.min(255, Math.max(0, exact[at]!))))),
  ).toBeLessThanOrEqual(0.75);
});
