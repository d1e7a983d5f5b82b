/** Pixels that a decoder of the app gives: moved to the worker, resampled and encoded there, no file in between. */
import { beforeAll, describe, expect, test, vi } from "vitest";
import { type Decoder, prepareImage } from "vision-dropzone/core";
import { createPool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import { createDefaultWorker } from "../../../src/pool/default-worker.js";
import { patientMs } from "../../fixtures/canvas/encoders.js";
import { canvasFile, halfTransparent, pixelsOf, quadrants, quadrantsOf } from "../../fixtures/canvas/files.js";
import { dyingOfPixels, forbidden } from "../../fixtures/canvas/workers.js";
import { fooBytes } from "../../fixtures/made-up-format/format.js";

const file = () => new File([fooBytes()], "picture.foo");
const UPRIGHT = "#f00 #0f0 #00f #ff0";

type Made = Awaited<ReturnType<Decoder["decode"]>>;
const taught = (decode: () => Promise<Made>): Decoder => ({
  mediaTypes: ["image/x-foo"],
  sniff: () => "image/x-foo",
  decode,
});
let original: Blob;
beforeAll(async () => {
  original = await canvasFile({ width: 1600, height: 1200 }, quadrants, "image/png");
});
const imageData = () => pixelsOf(original);
const bitmap = async () => createImageBitmap(await imageData());

describe.each([
  ["in a worker", {}],
  ["on the page", { createWorker: forbidden }],
])("decoded pixels, %s", (_where, place) => {
  test.each<[string, () => Promise<ImageData | ImageBitmap>]>([
    ["ImageData", imageData],
    ["an ImageBitmap", bitmap],
  ])("%s becomes a JPEG of 1280x960, and is used up", async (_kind, make) => {
    const made = await make();
    const image = await prepareImage(file(), { ...place, decoders: [taught(async () => made)] });
    expect(image).toMatchObject({
      width: 1280,
      height: 960,
      mediaType: "image/jpeg",
      source: { mediaType: "image/x-foo", width: 1600, height: 1200 },
    });
    expect(quadrantsOf(await pixelsOf(image.blob))).toBe(UPRIGHT);
    if ("close" in made) expect(made.width).toBe(0);
    else if (!("createWorker" in place)) expect(made.data).toHaveLength(0);
  });

  test("what is transparent is laid on the background", async () => {
    const made = await pixelsOf(await canvasFile({ width: 64, height: 64 }, halfTransparent, "image/png"));
    const { blob, changes } = await prepareImage(file(), { ...place, decoders: [taught(async () => made)] });
    expect(quadrantsOf(await pixelsOf(blob))).toBe("#f00 #fff #f00 #fff");
    expect(changes.map(({ code }) => code)).toContain("flattened");
  });

  test("a compressor of the app gets them as a PNG", async () => {
    const types: string[] = [];
    const image = await prepareImage(file(), {
      ...place,
      decoders: [taught(bitmap)],
      compress: async (png, { width, height }) => {
        types.push(png.type);
        return canvasFile({ width, height }, quadrants);
      },
    });
    expect(types).toEqual(["image/png"]);
    expect(image).toMatchObject({ width: 1280, engine: "app" });
  });
});

test("decoded pixels: they are decoded anew when a worker died with them, once", async () => {
  const decode = vi.fn(imageData);
  const poolWith = (...workers: (() => Worker)[]) =>
    createPool({ createWorker: () => (workers.shift() ?? createDefaultWorker)(), helloTimeoutMs: patientMs });
  const options = { decoders: [taught(decode)] };
  expect(await prepareWith(poolWith(dyingOfPixels), file(), options)).toMatchObject({ width: 1280, height: 960 });
  expect(decode).toHaveBeenCalledTimes(2);
  await expect(prepareWith(poolWith(dyingOfPixels, dyingOfPixels), file(), options)).rejects.toMatchObject({
    code: "image-unencodable",
    message: expect.stringContaining("more than once") as string,
  });
  expect(decode).toHaveBeenCalledTimes(4);
});

test("decoded pixels: those that are not what they say are rejected", async () => {
  const odd = { width: 100, height: 100, data: new Uint8ClampedArray(8), colorSpace: "srgb" } as ImageData;
  await expect(prepareImage(file(), { decoders: [taught(async () => odd)] })).rejects.toMatchObject({
    code: "image-undecodable",
  });
});
