import { afterEach, expect, test } from "vitest";
import { encodeOnPage } from "../../../src/pixels/encode-on-page.js";
import { canvasFile, quadrants } from "../../fixtures/canvas/files.js";
import { jobFor } from "../../fixtures/canvas/jobs.js";

const { prototype } = OffscreenCanvasRenderingContext2D;
const original = prototype.getImageData;

afterEach(() => void (prototype.getImageData = original));

test("T23: a canvas that returns noise, as with privacy.resistFingerprinting, is never exported, and the setting is named", async () => {
  const source = { width: 40, height: 30 };
  const file = await canvasFile(source, quadrants);
  prototype.getImageData = function (
    this: OffscreenCanvasRenderingContext2D,
    x: number,
    y: number,
    width: number,
    height: number,
  ) {
    const noise = original.call(this, x, y, width, height);
    crypto.getRandomValues(noise.data.subarray(0, 1024));
    return noise;
  };
  expect(await encodeOnPage(jobFor(file, { source, output: { mediaType: "image/png" } }))).toMatchObject({
    status: "failed",
    failure: "unencodable",
    detail: expect.stringContaining("privacy.resistFingerprinting") as string,
  });
});
