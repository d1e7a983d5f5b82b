/** The small picture in a camera's file: found in a worker, on the page, and while the worker has a job. */
import { expect, test, vi } from "vitest";
import { createDefaultWorker } from "../../../src/pool/default-worker.js";
import { createPool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import type { ToWorker } from "../../../src/pool/protocol.js";
import { exifSegment, jpegBytes } from "../../fixtures/bytes/jpeg.js";
import { patientMs } from "../../fixtures/canvas/encoders.js";

const thumbnail = jpegBytes({ width: 160, height: 120, components: 3 });
const camera = (orientation: number) =>
  new File([jpegBytes({ width: 800, height: 600, segments: [exifSegment({ orientation, thumbnail })] })], "a.jpg");

async function decoded(blob: Blob | undefined) {
  const image = new Image();
  image.src = URL.createObjectURL(blob!);
  await image.decode();
  URL.revokeObjectURL(image.src);
  return [image.naturalWidth, image.naturalHeight];
}

test("thumbnail: every browser draws it upright", async () => {
  const pool = createPool();
  expect(await decoded(await pool.thumbnail(camera(1)))).toEqual([160, 120]);
  expect(await decoded(await pool.thumbnail(camera(6)))).toEqual([120, 160]);
  expect(await pool.thumbnail(new File(["no picture"], "a.txt"))).toBeUndefined();
});

test("thumbnail: of files that wait, and of those at work, it comes before any picture is drawn", async () => {
  const held: (() => void)[] = [];
  let isHeld = true;
  const pool = createPool({
    helloTimeoutMs: patientMs,
    createWorker: () => {
      const worker = createDefaultWorker();
      const post = worker.postMessage.bind(worker);
      // Workers have read their files and wait until they may draw.
      worker.postMessage = (message: ToWorker) =>
        isHeld && message.type === "go" ? void held.push(() => post(message)) : post(message);
      return worker;
    },
  });
  const files = Array.from({ length: 3 * pool.concurrency }, () => camera(1));
  const images = Promise.all(files.map((file) => prepareWith(pool, file)));
  await vi.waitFor(() => expect(held).toHaveLength(pool.concurrency));
  const thumbnails = await Promise.all(files.map((file) => pool.thumbnail(file)));
  expect(thumbnails.filter(Boolean)).toHaveLength(files.length);
  isHeld = false;
  for (const go of held) go();
  expect(await images).toHaveLength(files.length);
});

test("thumbnail: without a worker it is found on the page", async () => {
  const pool = createPool({
    createWorker: () => {
      throw new Error("No workers here.");
    },
  });
  expect(await decoded(await pool.thumbnail(camera(8)))).toEqual([120, 160]);
});

test("thumbnail: requests that a worker left open when it ended go to another", async () => {
  const pool = createPool();
  const controller = new AbortController();
  await prepareWith(pool, camera(1));
  const work = prepareWith(pool, camera(1), { signal: controller.signal });
  const asked = Promise.all(Array.from({ length: 8 }, () => pool.thumbnail(camera(1))));
  controller.abort();
  await expect(work).rejects.toMatchObject({ name: "AbortError" });
  expect((await asked).filter(Boolean)).toHaveLength(8);
});
