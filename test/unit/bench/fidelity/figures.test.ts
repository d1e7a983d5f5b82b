import { describe, expect, test } from "vitest";
import { bench } from "./bench.js";

const { characterAccuracy, levenshtein } = await bench("accuracy");
const { psnr } = await bench("psnr");
const { ssim } = await bench("ssim");

describe("PSNR", () => {
  test.each([
    ["equal pictures", [1, 2, 3], [1, 2, 3], Infinity],
    ["a level everywhere", [10, 20, 30], [11, 19, 31], 20 * Math.log10(255)],
    ["black for white", [0, 0], [255, 255], 0],
    ["one pixel of four by 2", [5, 5, 5, 5], [5, 5, 7, 5], 20 * Math.log10(255)],
  ])("of %s", (_, one, other, decibels) => {
    expect(psnr(one, other)).toBeCloseTo(decibels, 10);
  });

  test("of pictures of different sizes throws", () => {
    expect(() => psnr([1, 2], [1])).toThrow(/2 and 1 pixels/);
  });
});

describe("SSIM", () => {
  const size = { width: 24, height: 16 };
  const plane = (level: (at: number) => number) =>
    Float64Array.from({ length: size.width * size.height }, (_, at) => level(at));
  const busy = plane((at) => 128 + 90 * Math.sin(at * 1.7));

  test("is 1 for a picture and itself, below 0 for its negative", () => {
    expect(ssim(busy, busy, size)).toBeCloseTo(1, 10);
    expect(
      ssim(
        busy,
        busy.map((level) => 255 - level),
        size,
      ),
    ).toBeLessThan(-0.9);
  });

  test("of two plain pictures is the luminance term of the definition", () => {
    const constant = (0.01 * 255) ** 2;
    const expected = (2 * 100 * 150 + constant) / (100 ** 2 + 150 ** 2 + constant);
    expect(
      ssim(
        plane(() => 100),
        plane(() => 150),
        size,
      ),
    ).toBeCloseTo(expected, 10);
  });

  test("falls as noise grows", () => {
    const noisy = (amount: number) =>
      ssim(
        busy,
        busy.map((level, at) => level + amount * Math.sin(at * at)),
        size,
      );
    expect(noisy(5)).toBeLessThan(1);
    expect(noisy(40)).toBeLessThan(noisy(5));
  });

  test("says nothing of a picture no larger than its window", () => {
    expect(ssim(busy, busy, { width: 10, height: 10 })).toBeNaN();
  });
});

describe("edits between texts", () => {
  test.each([
    ["", "", 0],
    ["", "abc", 3],
    ["abc", "", 3],
    ["kitten", "sitting", 3],
    ["flaw", "lawn", 2],
    ["abcd", "bd", 2],
    ["bd", "abcd", 2],
    ["intention", "execution", 5],
    ["readChunk", "readChunk", 0],
    ["0.8125", "0.8l25", 1],
    ["naïve 🙂", "naive 🙃", 2],
  ])("from %j to %j: %i", (one, other, edits) => {
    expect(levenshtein(one, other)).toBe(edits);
  });

  test.each([
    ["const x = 1;", "const x = 1;", 1],
    ["two\n lines ", "two lines", 1],
    ["1O24 bytes", "1024 bytes", 0.9],
    ["", "anything", 0],
    ["much more than there was", "four", 0],
  ])("%j read for %j: %f of the characters", (read, known, accuracy) => {
    expect(characterAccuracy(read, known)).toBeCloseTo(accuracy, 10);
  });
});
