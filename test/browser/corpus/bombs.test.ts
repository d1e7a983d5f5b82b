/**
 * Bombs are rejected by their first bytes: none ever reaches a decoder, on the page or in a worker, alone or in a drop. `npm run
 * bench:bombs` measures the time and memory that this takes.
 */
import { afterEach, beforeEach, expect, test } from "vitest";
import { commands } from "vitest/browser";
import { ImageError, prepareImage } from "vision-dropzone/core";
import { anthropicMessages } from "vision-dropzone/endpoints";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import { createPool } from "../../../src/pool/pool.js";
import { type DecoderWatch, watchDecoders } from "../../fixtures/canvas/decoders.js";
import { patientMs } from "../../fixtures/canvas/encoders.js";
import { busy, canvasFile } from "../../fixtures/canvas/files.js";
import TellingWorker from "../../fixtures/canvas/telling.worker.ts?worker&inline";
import { forbidden } from "../../fixtures/canvas/workers.js";
import { CountedBlob } from "../../fuzz/counted-blob.js";
import { blobOf } from "./prepare-file.js";

/** The first 64 KiB, and the last. */
const MOST_BYTES = 2 ** 17;

const bombs = await commands.makeBombs();
const counted = async (base64: string) => new CountedBlob([await blobOf(base64)], { type: "image/jpeg" });

let watch: DecoderWatch;
beforeEach(() => {
  watch = watchDecoders();
});
afterEach(() => watch.stop());

test("bombs: there are bombs of every kind", () => {
  const kinds = new Set(bombs.map(({ name }) => name.split(":")[0]));
  expect([...kinds]).toEqual(expect.arrayContaining(["jpeg", "png", "gif", "webp", "avif", "bmp", "ico", "svg"]));
});

test.each(bombs.map((bomb) => [bomb.name, bomb] as const))(
  "bombs: %s: rejected on the page, and nothing was decoded",
  async (_, { base64, codes }) => {
    const file = await counted(base64);
    const refusal: unknown = await prepareImage(file, { createWorker: forbidden }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ImageError);
    expect(codes).toContain((refusal as ImageError).code);
    expect(file.readings.bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(file.readings.isOutside, "read as a whole, or beyond its end").toBe(false);
    expect(watch.asked).toEqual([]);
  },
);

test("bombs: dropped with good pictures, each is rejected in its place, by a worker that has decoded nothing", async () => {
  const good = await Promise.all([1600, 1700].map((width) => canvasFile({ width, height: 1200 }, busy)));
  const files = await Promise.all(bombs.map(({ base64 }) => blobOf(base64)));
  watch.asked.length = 0;
  const decoders: string[] = [];
  const createWorker = () => {
    const worker = new TellingWorker();
    worker.addEventListener("message", ({ data }: MessageEvent<{ type: string; name?: string }>) => {
      if (data.type === "decoder asked") decoders.push(String(data.name));
    });
    return worker;
  };
  const queue = createQueue(createPool({ createWorker, helloTimeoutMs: patientMs }), { endpoint: anthropicMessages });
  queue.add([good[0]!, ...files, good[1]!]);
  await queue.whenReady();
  const { items } = queue.getSnapshot();
  expect(items.map(({ status }) => status)).toEqual(["ready", ...files.map(() => "rejected"), "ready"]);
  const codes = items.map((item) => (item.status === "rejected" ? item.error.code : undefined));
  for (const [index, bomb] of bombs.entries()) expect(bomb.codes, bomb.name).toContain(codes[index + 1]);
  // Our own decoder is strict: whether the browser's would draw half of a broken JPEG need not be tried.
  expect(decoders).toEqual([]);
  expect(watch.asked.filter((step) => !step.includes("Worker") && step !== "createObjectURL")).toEqual([]);
  queue.clear();
});
