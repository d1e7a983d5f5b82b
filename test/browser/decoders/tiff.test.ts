/** The TIFF decoder as an app uses it: a worker of its own, pixels to the pipeline's worker, and every way in which it ends. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { createImageQueue, prepareImage } from "vision-dropzone/core";
import { anthropicMessages } from "vision-dropzone/endpoints";
import { raw } from "vision-dropzone/raw";
import { tiff } from "vision-dropzone/tiff";
import { createDefaultWorker } from "../../../src/decoders/tiff/default-worker.js";
import { ifdBytes, tiffBytes } from "../../fixtures/bytes/tiff.js";
import { rawBytes } from "../../fixtures/bytes/raw.js";
import { join } from "../../fixtures/bytes/write.js";
import { busy, canvasFile, colourAt, pixelsOf, quadrants, quadrantsOf } from "../../fixtures/canvas/files.js";
import { counted, failing, forbidden } from "../../fixtures/canvas/workers.js";

afterEach(() => vi.restoreAllMocks());

/** Red, green over blue, yellow, stored rotated: orientation 8 makes it upright. */
function quadrantsTiff(): File {
  const [width, height] = [120, 160];
  const [red, green, blue, yellow] = [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [255, 255, 0],
  ];
  const start = 8 + 2 + 10 * 12 + 4;
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      // Turned a quarter to the right: what is upper left lies upper right.
      const colour = y < height / 2 ? (x < width / 2 ? blue : red) : x < width / 2 ? yellow : green;
      pixels.set(colour, (y * width + x) * 3);
    }
  const bytes = join(
    ifdBytes([
      [256, 3, 1, width],
      [257, 3, 1, height],
      [258, 3, 1, 8],
      [259, 3, 1, 1],
      [262, 3, 1, 2],
      [273, 4, 1, start],
      [274, 3, 1, 8],
      [277, 3, 1, 3],
      [278, 3, 1, height],
      [279, 4, 1, pixels.length],
    ]),
    pixels,
  );
  return new File([bytes], "scan.tif", { type: "image/tiff" });
}

test.each<[string, () => Promise<[whole: Blob, bytes: number]>]>([
  ["a TIFF", async () => [quadrantsTiff(), quadrantsTiff().size - 120 * 40 * 3]],
  [
    "a camera raw",
    async () => {
      const size = { width: 600, height: 400 };
      const [large, small] = [await canvasFile(size, quadrants), await canvasFile({ width: 160, height: 120 }, busy)];
      const [jpeg, thumbnail] = [new Uint8Array(await large.arrayBuffer()), new Uint8Array(await small.arrayBuffer())];
      const whole = rawBytes("arw", { jpeg, thumbnail });
      return [new Blob([whole]), 4_096 + thumbnail.length + Math.floor(jpeg.length * 0.9)];
    },
  ],
])("a decoder: sends the part of %s that ends early if accepted, with a change", async (_, make) => {
  const [whole, bytes] = await make();
  const truncated = new File([whole.slice(0, bytes)], "truncated");
  const decoders = [tiff(), raw()];
  await expect(prepareImage(truncated, { decoders })).rejects.toMatchObject({ code: "image-truncated" });
  const { changes, blob } = await prepareImage(truncated, { decoders, truncated: "accept" });
  expect(changes.map(({ code }) => code)).toEqual(expect.arrayContaining(["decoded-by-plugin", "truncated"]));
  const pixels = await pixelsOf(blob);
  expect(colourAt(pixels, 0.3, 0.1)).toBe("#f00");
});

describe.each<[string, () => Worker]>([
  ["in a worker", createDefaultWorker],
  ["where the worker's constructor throws", forbidden],
  ["where a policy ends the worker", failing],
])("tiff(), %s", (_, createWorker) => {
  test("tiff(): a file becomes an upright JPEG", async () => {
    const { blob, ...image } = await prepareImage(quadrantsTiff(), { decoders: [tiff({ createWorker })] });
    expect(image).toMatchObject({ name: "scan.jpg", width: 160, height: 120, source: { mediaType: "image/tiff" } });
    expect(quadrantsOf(await pixelsOf(blob))).toBe("#f00 #0f0 #00f #ff0");
  });
});

test("tiff(): three pages are three images, by one worker", async () => {
  const workers = counted(createDefaultWorker);
  const queue = createImageQueue({ endpoint: anthropicMessages, decoders: [tiff({ createWorker: workers.create })] });
  queue.add([new File([tiffBytes({ width: 40, height: 30, pages: 3 })], "scan.tiff")]);
  const { images } = await queue.whenReady();
  expect(images.map(({ name, width }) => [name, width])).toEqual(
    [1, 2, 3].map((page) => [`scan (page ${page}).jpg`, 40]),
  );
  expect(workers.started()).toBe(1);
});

test("tiff(): an abort ends the worker at once, and the next file gets another", async () => {
  const controller = new AbortController();
  const workers = counted(createDefaultWorker);
  const createWorker = () => {
    const worker = workers.create();
    controller.abort();
    return worker;
  };
  const decoders = [tiff({ createWorker })];
  const work = prepareImage(quadrantsTiff(), { decoders, signal: controller.signal });
  await expect(work).rejects.toMatchObject({ name: "AbortError" });
  await vi.waitFor(() => expect([workers.started(), workers.running()]).toEqual([1, 0]));
  expect(await prepareImage(quadrantsTiff(), { decoders })).toMatchObject({ width: 160 });
  expect(workers.started()).toBe(2);
});

test("tiff(): a damaged file is rejected with a reason, and the worker lives on", async () => {
  const workers = counted(createDefaultWorker);
  const decoders = [tiff({ createWorker: workers.create })];
  const damaged = ifdBytes([
    [256, 3, 1, 10],
    [257, 3, 1, 10],
    [259, 3, 1, 5],
    [273, 4, 1, 8],
    [279, 4, 1, 20],
  ]);
  await expect(prepareImage(new Blob([damaged]), { decoders })).rejects.toMatchObject({
    code: "image-undecodable",
    message: "The TIFF file is damaged: no picture can be decoded from it.",
  });
  expect(await prepareImage(quadrantsTiff(), { decoders })).toMatchObject({ width: 160 });
  expect([workers.started(), workers.running()]).toEqual([1, 1]);
});
