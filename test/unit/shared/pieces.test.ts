import { expect, test } from "vitest";
import { countPieces, expectedRows, leastLegibleWidth, sizeToCut, sizeToCutAgain } from "../../../src/shared/pieces.js";

const strict = { width: 1280, height: 960, turn: false };

test.each([
  ["a phone's page", 1170, 7800, strict, 3],
  ["a phone's screen", 1179, 2556, strict, 1],
  ["a phone's page, large box", 1170, 7800, { width: 2048, height: 1536, turn: true }, 2],
  ["a large phone's page", 1290, 8400, strict, 3],
  ["a desktop's page", 1440, 5000, strict, 5],
  ["a long page", 1440, 60_000, strict, 10],
  ["a page of 780 pixels", 780, 6000, strict, 4],
  ["a ribbon narrower than its text needs", 200, 6000, strict, 7],
  ["a portrait photo", 3024, 4032, strict, 1],
  ["a photo of 9 to 16", 2268, 4032, strict, 1],
  ["a panorama on its side", 12_000, 3000, strict, 1],
  ["a page without a size", 0, 0, strict, 1],
  ["a box lower than the overlap", 1170, 7800, { width: 8, height: 8, turn: false }, 1],
])("pieces: %s", (_name, width, height, box, count) => {
  expect(countPieces({ width, height }, box, 10)).toBe(count);
});

test("pieces: as many as needed for the text, in the box", () => {
  for (const [width, height] of [
    [1170, 7800],
    [1440, 5000],
    [780, 6000],
  ] as const) {
    const count = countPieces({ width, height }, strict, 10);
    const whole = sizeToCut({ width, height }, strict, count);
    expect(whole.width).toBeGreaterThanOrEqual(leastLegibleWidth(width));
    expect(whole.width).toBeLessThanOrEqual(strict.width);
    expect(whole.height).toBeLessThan(count * strict.height);
    expect(whole.width / whole.height).toBeCloseTo(width / height, 2);
    const rows = expectedRows({ width, height }, strict, count);
    expect(rows * count).toBeGreaterThan(height);
    expect(sizeToCutAgain({ width, height }, strict, [{ from: 0, to: rows }]).height).toBeGreaterThanOrEqual(
      whole.height,
    );
  }
});
