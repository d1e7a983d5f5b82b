/** The HEIC decoder as an app uses it, where the browser has none of its own. */
import { describe, expect, test } from "vitest";
import { prepareImage } from "vision-dropzone/core";
import { heic } from "vision-dropzone/heic";
import { createDefaultWorker } from "../../../src/decoders/heic/default-worker.js";
import { heicFile } from "../../fixtures/bytes/heic.js";
import { pixelsOf, quadrantsOf } from "../../fixtures/canvas/files.js";
import { counted, forbidden } from "../../fixtures/canvas/workers.js";

/** Generous: a core shared with a browser may take long to compile 1.4 MB of WASM. */
const timeoutMs = 60_000;
const QUADRANTS = "#f00 #0f0 #00f #ff0";

describe.each<[string, () => Worker]>([
  ["in a worker", createDefaultWorker],
  ["on the page", forbidden],
])("heic(), %s", (_, createWorker) => {
  test("heic(): a file becomes a JPEG", async () => {
    const { blob, ...image } = await prepareImage(heicFile("plain"), { decoders: [heic({ createWorker })], timeoutMs });
    expect(image).toMatchObject({ name: "photo.jpg", width: 160, height: 120, source: { mediaType: "image/heic" } });
    expect(quadrantsOf(await pixelsOf(blob))).toBe(QUADRANTS);
  });
});

test("heic(): ten bits a sample, and alpha", async () => {
  const workers = counted(createDefaultWorker);
  const decoders = [heic({ createWorker: workers.create })];
  const tenBits = await prepareImage(heicFile("tenBits"), { decoders, timeoutMs });
  expect(quadrantsOf(await pixelsOf(tenBits.blob))).toBe(QUADRANTS);
  const alpha = await prepareImage(heicFile("alpha"), { decoders, timeoutMs, background: "#fff" });
  expect(quadrantsOf(await pixelsOf(alpha.blob))).toBe("#f00 #fff #f00 #fff");
  expect(workers.started()).toBe(1);
});

test("heic(): sends the part of a file that ends early if accepted, with a change", async () => {
  const whole = heicFile("plain");
  const file = new File([whole.slice(0, whole.size - 60)], "photo.heic");
  const decoders = [heic()];
  await expect(prepareImage(file, { decoders, timeoutMs })).rejects.toMatchObject({ code: "image-truncated" });
  const { changes, blob } = await prepareImage(file, { decoders, timeoutMs, truncated: "accept" });
  expect(changes.map(({ code }) => code)).toContain("truncated");
  expect(quadrantsOf(await pixelsOf(blob))).toMatch(/^#f00 #0f0 /);
});

test("heic(): abort ends the worker", async () => {
  const controller = new AbortController();
  const workers = counted(createDefaultWorker);
  const createWorker = () => {
    const worker = workers.create();
    controller.abort(new Error("called off"));
    return worker;
  };
  const prepared = prepareImage(heicFile("plain"), { decoders: [heic({ createWorker })], signal: controller.signal });
  await expect(prepared).rejects.toThrow("called off");
  await expect.poll(() => [workers.started(), workers.running()]).toEqual([1, 0]);
});
