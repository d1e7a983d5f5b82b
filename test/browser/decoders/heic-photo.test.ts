/** A photo as an iPhone takes it: a grid of tiles, stored rotated, in Display P3, with a gain map and a thumbnail. */
import { expect, inject, test } from "vitest";
import { prepareImage } from "vision-dropzone/core";
import { heic } from "vision-dropzone/heic";
import { pixelsOf } from "../../fixtures/canvas/files.js";

const shared = inject("sharedFolder");

/** By heif-convert 1.15.1 and libvips: upright, in sRGB, the means of 3x4 cells; taken for sRGB they were up to 13 away. */
const EXPECTED = "88635e684237ba3a2bcaaf9b594b4897715aa897866760588b6b497e726e957d669c6733";

test.skipIf(shared === "")("heic(): an iPhone's photo of 12 megapixels", async () => {
  const response = await fetch(`/@fs${shared}/corpus/heic/iphone_rotated_p3_4032x3024.heic`);
  const file = new File([await response.blob()], "IMG_0001.HEIC");
  const { blob, ...image } = await prepareImage(file, {
    decoders: [heic()],
    box: { width: 1568, height: 1568 },
    timeoutMs: 60_000,
  });
  expect(image).toMatchObject({ width: 1176, height: 1568, source: { width: 3024, height: 4032 } });
  const expected = EXPECTED.match(/../g)!.map((hex) => Number.parseInt(hex, 16));
  const apart = cellMeans(await pixelsOf(blob)).map((value, at) => Math.abs(value - expected[at]!));
  expect(Math.max(...apart)).toBeLessThan(4);
});

/** Red, green and blue of 3x4 cells, row by row. */
function cellMeans({ data, width, height }: ImageData): number[] {
  const sums = Array.from({ length: 3 * 4 * 3 }, () => 0);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const cell = Math.floor((y * 4) / height) * 3 + Math.floor((x * 3) / width);
      for (let channel = 0; channel < 3; channel++) sums[cell * 3 + channel]! += data[(y * width + x) * 4 + channel]!;
    }
  return sums.map((sum) => sum / ((width * height) / 12));
}
