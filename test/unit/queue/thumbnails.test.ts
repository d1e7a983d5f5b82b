import { expect, test, vi } from "vitest";
import { anthropicMessages } from "../../../src/endpoints.js";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import type { ImageItem } from "../../../src/queue/types.js";
import { exifSegment, jpegBytes } from "../../fixtures/bytes/jpeg.js";
import { heldPool } from "../../fixtures/held-pool.js";

const thumbnail = jpegBytes({ width: 160, height: 120 });
const camera = (name: string) =>
  new File([jpegBytes({ width: 2000, height: 1500, segments: [exifSegment({ thumbnail })] })], name);
const plain = new File([jpegBytes({ width: 2000, height: 1500 })], "plain.jpg");

function open(options: { thumbnails?: boolean } = {}) {
  const pool = heldPool();
  const queue = createQueue(pool, { endpoint: anthropicMessages, ...options });
  return { pool, queue, items: () => queue.getSnapshot().items };
}
const shown = (item: ImageItem | undefined) => (item?.file ? item.thumbnail : undefined);
const bytesOf = async (blob: Blob | undefined) => blob && new Uint8Array(await blob.arrayBuffer());

test("thumbnails: each item has its own before one is ready, also those that wait", async () => {
  const { queue, items } = open({ thumbnails: true });
  queue.add(Array.from({ length: 20 }, (_, index) => camera(`${index}.jpg`)));
  queue.add([plain]);
  await vi.waitFor(() => expect(items().filter(shown)).toHaveLength(20));
  expect(items().filter(({ status }) => status === "waiting").length).toBeGreaterThan(0);
  expect(items().some(({ status }) => status === "ready")).toBe(false);
  expect(shown(items()[20])).toBeUndefined();
  for (const item of items().slice(0, 20)) expect(await bytesOf(shown(item))).toEqual(thumbnail);
});

test("thumbnails: the header and the finished picture leave it where it is, and the same file twice has it twice", async () => {
  const { pool, queue, items } = open({ thumbnails: true });
  const file = camera("one.jpg");
  queue.add([file, file]);
  await pool.started(2);
  await vi.waitFor(() => expect(items().filter(shown)).toHaveLength(2));
  for (const job of pool.jobs) job.release();
  await vi.waitFor(() => expect(items().map(({ status }) => status)).toEqual(["ready", "ready"]));
  expect(items().filter(shown)).toHaveLength(2);
});

test("thumbnails: a picture that is made again is shown by what was made before", async () => {
  const { pool, queue, items } = open();
  queue.add([plain]);
  await pool.started(1);
  pool.jobs[0]!.release();
  await vi.waitFor(() => expect(items()[0]?.status).toBe("ready"));
  const [before] = items();
  queue.setOptions({ endpoint: anthropicMessages, quality: 0.5 });
  expect(items()[0]?.status).not.toBe("ready");
  expect(shown(items()[0])).toBe(before?.status === "ready" && before.image?.blob);
});

test("thumbnails: not looked for unless requested", async () => {
  const { pool, queue, items } = open();
  const look = vi.spyOn(pool, "thumbnail");
  queue.add([camera("one.jpg")]);
  await pool.started(1);
  expect(look).not.toHaveBeenCalled();
  queue.setOptions({ endpoint: anthropicMessages, thumbnails: true });
  await vi.waitFor(() => expect(shown(items()[0])).toBeDefined());
});
