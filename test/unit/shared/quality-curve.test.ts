import { expect, test } from "vitest";
import { bytesAtQuality, qualityAtBytes, webpQuality } from "../../../src/shared/quality-curve.js";

test.each([
  [0, 0],
  [0.85, 0.87],
  [0.65, 0.76],
  [1, 1],
])("webp: quality %d looks like %d", (jpeg, webp) => {
  expect(webpQuality(jpeg)).toBeCloseTo(webp, 6);
});

test("quality curve: bytes lead back to their quality", () => {
  for (const quality of [0.2, 0.5, 0.77, 0.85, 0.93, 1])
    expect(qualityAtBytes(bytesAtQuality(quality))).toBeCloseTo(quality, 4);
});
