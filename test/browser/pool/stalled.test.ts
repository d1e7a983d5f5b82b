/** A file in a cloud folder may be unreadable for minutes. It must not delay others. */
import { beforeAll, expect, test, vi } from "vitest";
import { createDefaultWorker } from "../../../src/pool/default-worker.js";
import { createPool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import type { ToWorker } from "../../../src/pool/protocol.js";
import { patientMs, strategyIn } from "../../fixtures/canvas/encoders.js";
import { busy, canvasFile } from "../../fixtures/canvas/files.js";
import { counted } from "../../fixtures/canvas/workers.js";

const box = { width: 320, height: 240 };
let photo: Blob;
let stalledFile: File;
beforeAll(async () => {
  photo = await canvasFile({ width: 640, height: 480 }, busy);
  stalledFile = new File([photo], "stalled.jpg", { type: "image/jpeg" });
});

/** Our worker, which gets no bytes of this one file until `arrive` is called. */
function cloud() {
  let isHere = false;
  let asked = 0;
  const held: (() => void)[] = [];
  const workers = counted(() => {
    const worker = createDefaultWorker();
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message: ToWorker) => {
      if (message.type !== "prepare" || message.job.file !== stalledFile) return post(message);
      asked++;
      if (isHere) post(message);
      else held.push(() => post(message));
    };
    return worker;
  });
  return {
    workers,
    asked: () => asked,
    arrive() {
      isHere = true;
      for (const go of held) go();
    },
  };
}

test("stalled files: as many as there are workers, or more: the others are prepared meanwhile, and these when their bytes come", async () => {
  const { workers, arrive } = cloud();
  const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs, stalledMs: 50 });
  let isReady = false;
  const late = Array.from({ length: pool.concurrency + 1 }, () => prepareWith(pool, stalledFile, { box }));
  void Promise.any(late).then(() => (isReady = true));
  const images = await Promise.all(Array.from({ length: 6 }, () => prepareWith(pool, photo, { box })));
  expect(images.map(({ engine }) => engine)).toEqual(images.map(() => strategyIn("worker")));
  expect(isReady).toBe(false);
  expect(workers.running()).toBeLessThanOrEqual(pool.concurrency);
  arrive();
  for (const image of await Promise.all(late))
    expect(image).toMatchObject({ width: 320, engine: strategyIn("worker") });
});

test("stalled files: more than there are workers take turns, while the page goes on", async () => {
  const { workers, asked, arrive } = cloud();
  const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs, stalledMs: 20 });
  const late = Array.from({ length: pool.concurrency + 2 }, () => prepareWith(pool, stalledFile, { box }));
  await vi.waitFor(() => expect(asked()).toBeGreaterThan(2 * pool.concurrency), { timeout: patientMs });
  expect((await prepareWith(pool, photo, { box })).engine).toEqual(strategyIn("worker"));
  arrive();
  for (const image of await Promise.all(late))
    expect(image).toMatchObject({ width: 320, engine: strategyIn("worker") });
});

test("stalled files: a single one keeps its worker, and is aborted at once", async () => {
  const { workers, asked } = cloud();
  const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs, stalledMs: 20 });
  const controller = new AbortController();
  const waiting = prepareWith(pool, stalledFile, { box, signal: controller.signal });
  await vi.waitFor(() => expect(asked()).toBe(1));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(asked()).toBe(1);
  controller.abort("enough");
  await expect(waiting).rejects.toBe("enough");
  expect((await prepareWith(pool, photo, { box })).engine).toEqual(strategyIn("worker"));
});
