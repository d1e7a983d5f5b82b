/** Pictures with a side that is shorter than the endpoint takes. */
import { describe, expect, test } from "vitest";
import { inspectImage, prepareImage, type PrepareOptions } from "vision-dropzone/core";
import { anthropicMessages } from "vision-dropzone/endpoints";
import {
  canvasFile,
  colourAt,
  halfTransparent,
  pixelsOf,
  quadrants,
  quadrantsOf,
} from "../../fixtures/canvas/files.js";
import { forbidden } from "../../fixtures/canvas/workers.js";

const endpoint = { ...anthropicMessages, caps: { ...anthropicMessages.caps, minEdgePx: 56 } };

/** The middle of a picture, where the smaller one stands. */
const inner = ({ data, width, height }: ImageData, size: { width: number; height: number }): ImageData => {
  const [left, top] = [Math.floor((width - size.width) / 2), Math.floor((height - size.height) / 2)];
  const rows = Array.from({ length: size.height }, (_, y) => [
    ...data.subarray(((top + y) * width + left) * 4, ((top + y) * width + left + size.width) * 4),
  ]);
  return new ImageData(Uint8ClampedArray.from(rows.flat()), size.width, size.height);
};

describe.each<[string, PrepareOptions]>([
  ["in a worker", { endpoint }],
  ["on the page", { endpoint, createWorker: forbidden }],
])("small pictures: %s", (_where, options) => {
  test.each([
    [16, 14, "image/png", 56, 56],
    [16, 14, "image/jpeg", 56, 56],
    [40, 300, "image/jpeg", 56, 300],
    [55, 56, "image/png", 56, 56],
  ])("%ix%i, %s, is padded to %ix%i", async (width, height, type, toWidth, toHeight) => {
    const image = await prepareImage(await canvasFile({ width, height }, quadrants, type), {
      ...options,
      background: "#000",
    });
    expect(image).toMatchObject({
      width: toWidth,
      height: toHeight,
      mediaType: "image/jpeg",
      source: { width, height },
    });
    expect(await inspectImage(image.blob)).toMatchObject({ width: toWidth, height: toHeight });
    expect(image.changes.map(({ code }) => code)).toEqual(["padded", "reencoded"]);
    expect(image.changes[0]!.reason).toContain(
      `Padded from ${width} × ${height} to ${toWidth} × ${toHeight} with #000: this API needs at least 56 pixels a side.`,
    );
    const pixels = await pixelsOf(image.blob);
    expect(quadrantsOf(inner(pixels, { width, height }))).toBe("#f00 #0f0 #00f #ff0");
    if (toWidth - width > 10) expect(colourAt(pixels, 0.01, 0.5)).toBe("#000");
  });

  test("a long picture that becomes too thin when it is downsized", async () => {
    const image = await prepareImage(await canvasFile({ width: 6000, height: 100 }, quadrants), options);
    expect(image).toMatchObject({ width: 1280, height: 56 });
    expect(image.changes.map(({ code }) => code)).toEqual(["resized", "padded", "reencoded"]);
    expect(image.changes[0]!.reason).toContain("Resized from 6000 × 100 to 1280 × 21");
  });

  test("transparency is laid on the same background, and stays where the format has it", async () => {
    const file = await canvasFile({ width: 16, height: 16 }, halfTransparent, "image/png");
    const asJpeg = await pixelsOf((await prepareImage(file, { ...options, background: "#00f" })).blob);
    expect([colourAt(asJpeg, 0.4, 0.5), colourAt(asJpeg, 0.6, 0.5), colourAt(asJpeg, 0.05, 0.05)]).toEqual([
      "#f00",
      "#00f",
      "#00f",
    ]);
    const asPng = await prepareImage(file, { ...options, background: "#00f", mediaType: "image/png" });
    expect(asPng).toMatchObject({ width: 56, height: 56, mediaType: "image/png" });
    const alphaAt = (pixels: ImageData, x: number, y: number) => pixels.data[(y * 56 + x) * 4 + 3];
    const pixels = await pixelsOf(asPng.blob);
    expect([alphaAt(pixels, 24, 28), alphaAt(pixels, 32, 28), alphaAt(pixels, 2, 2)]).toEqual([255, 0, 255]);
    expect(colourAt(pixels, 0.05, 0.05)).toBe("#00f");
  });

  test("a picture that is large enough is kept as it is", async () => {
    const image = await prepareImage(await canvasFile({ width: 56, height: 56 }, quadrants), options);
    expect(image.changes[0]!.code).toBe("kept-original");
  });
});
