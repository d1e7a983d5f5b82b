/** The small picture in a camera's file: found in a worker, on the page, and while the worker has a job. */
import { expect, test } from "vitest";
import { createPool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import { exifSegment, jpegBytes } from "../../fixtures/bytes/jpeg.js";

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

test("thumbnail: of a file that waits for the pictures before it, it comes before them", async () => {
  const pool = createPool();
  const order: string[] = [];
  const files = Array.from({ length: 3 * pool.concurrency }, () => camera(1));
  const thumbnails = files.map(async (file, at) => {
    await pool.thumbnail(file);
    order.push(`thumbnail ${at}`);
  });
  const images = files.map(async (file, at) => {
    await prepareWith(pool, file);
    order.push(`image ${at}`);
  });
  await Promise.all([...thumbnails, ...images]);
  for (let at = pool.concurrency; at < files.length; at += 1)
    expect(order.indexOf(`thumbnail ${at}`)).toBeLessThan(order.indexOf(`image ${at}`));
});

test("thumbnail: without a worker it is found on the page", async () => {
  const pool = createPool({
    createWorker: () => {
      throw new Error("No workers here.");
    },
  });
  expect(await decoded(await pool.thumbnail(camera(8)))).toEqual([120, 160]);
});

test("thumbnail: what a worker still owed when it ended is asked of another", async () => {
  const pool = createPool();
  const controller = new AbortController();
  await prepareWith(pool, camera(1));
  const work = prepareWith(pool, camera(1), { signal: controller.signal });
  const asked = Promise.all(Array.from({ length: 8 }, () => pool.thumbnail(camera(1))));
  controller.abort();
  await expect(work).rejects.toMatchObject({ name: "AbortError" });
  expect((await asked).filter(Boolean)).toHaveLength(8);
});
