import { expect, test } from "vitest";
import { evenQualities } from "../../../src/fitting/even-qualities.js";
import { bytesAtQuality, LEAST_QUALITY, qualityAtBytes, webpQuality } from "../../../src/shared/quality-curve.js";

test.each([
  [0, 0],
  [0.85, 0.9],
  [0.65, 0.78],
  [1, 1],
])("webp: quality %d looks like %d", (jpeg, webp) => {
  expect(webpQuality(jpeg)).toBeCloseTo(webp, 6);
});

test("quality curve: bytes lead back to their quality", () => {
  for (const quality of [0.2, 0.5, 0.77, 0.85, 0.93, 1])
    expect(qualityAtBytes(bytesAtQuality(quality))).toBeCloseTo(quality, 4);
});

test("quality curve: steps that are seen as equal begin at 1, end at the lowest, and are narrower where less is lost", () => {
  const qualities = evenQualities(16);
  expect(qualities).toHaveLength(17);
  expect(qualities[0]).toBeCloseTo(1, 6);
  expect(qualities.at(-1)).toBeCloseTo(LEAST_QUALITY, 6);
  const widths = qualities.slice(1).map((quality, at) => qualities[at]! - quality);
  expect(Math.min(...widths)).toBeGreaterThan(0);
  expect(widths.at(-1)).toBeGreaterThan(widths[0]!);
  // Half of what is seen between 1 and the lowest is lost at about 0.88.
  expect(qualities[8]).toBeCloseTo(0.882, 2);
});
