/** A tall picture that is cut: each piece is an image of the list, counted from the header, made by one decode. */
import { expect, test, vi } from "vitest";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import type { ImageQueue, ImageQueueOptions } from "../../../src/queue/types.js";
import { type AnthropicImageBlock, anthropicMessages } from "../../../src/endpoints.js";
import type { Compress } from "../../../src/shared/app-codecs.js";
import type { RowRange } from "../../../src/shared/pieces.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";

const box = { width: 240, height: 160 };
/** 120 pixels are needed for its text, and 40 would be left. */
const tall = (name = "page.png") => imageFile({ width: 120, height: 480, format: "png", name });

function open(options: Partial<ImageQueueOptions<AnthropicImageBlock>> = {}) {
  const pool = sharpPool();
  const options0 = { endpoint: anthropicMessages, box, ...options };
  const queue: ImageQueue<AnthropicImageBlock> = createQueue(pool, options0);
  return { queue, pool, cuts: () => pool.jobs.filter(({ cut }) => cut).length };
}
const labels = (queue: ImageQueue<AnthropicImageBlock>) => queue.getSnapshot().items.map(({ label }) => label);
const numbered = (count: number, name = "page.png") =>
  Array.from({ length: count }, (_, at) => `${name} (${at + 1} of ${count})`);

async function rowsOf(queue: ImageQueue<AnthropicImageBlock>): Promise<RowRange[]> {
  const { images } = await queue.whenReady();
  return images.flatMap(({ changes }) => changes.flatMap((change) => (change.code === "piece" ? [change.rows] : [])));
}

test("pieces: none without being asked for", async () => {
  const { queue, cuts } = open();
  queue.add([await tall()]);
  const { images } = await queue.whenReady();
  expect(images.map(({ width, height }) => [width, height])).toEqual([[40, 160]]);
  expect(cuts()).toBe(0);
});

test("pieces: in order, named by their number, of one decode, and every row is in one", async () => {
  const { queue, cuts } = open({ tall: "split" });
  queue.add([await imageFile({ width: 40, height: 30, name: "a.jpg" }), await tall()]);
  const { images, items } = await queue.whenReady();
  expect(labels(queue)).toEqual(["a.jpg", ...numbered(4)]);
  expect(items.map(({ id }) => id)).toEqual(images.map(({ id }) => id));
  expect(images.slice(1).map(({ name, width }) => [name, width])).toEqual(
    [1, 2, 3, 4].map((piece) => [`page (${piece} of 4).jpg`, 120]),
  );
  expect(images[1]!.source).toMatchObject({ name: "page.png", width: 120, height: 480 });
  expect(images[1]!.changes.map(({ code }) => code)).toEqual(["piece", "reencoded"]);
  const rows = await rowsOf(queue);
  expect(rows[0]!.from).toBe(0);
  expect(rows.at(-1)!.to).toBe(480);
  for (const [at, { from }] of rows.entries()) if (at > 0) expect(from).toBeLessThan(rows[at - 1]!.to);
  for (const { height } of images) expect(height).toBeLessThanOrEqual(box.height);
  expect(cuts()).toBe(1);
});

test("pieces: of one image alone, where it is asked for later", async () => {
  const { queue, cuts } = open();
  const [first, second] = queue.add([await tall("a.png"), await tall("b.png")]);
  await queue.whenReady();
  queue.setImageOptions(second!, { tall: "split" });
  const { items } = await queue.whenReady();
  expect(labels(queue)).toEqual(["a.png", ...numbered(4, "b.png")]);
  expect([items[0]!.id, items[1]!.id]).toEqual([first, second]);
  expect(cuts()).toBe(1);
});

test("pieces: they are counted, and their sizes known, before anything is decoded", async () => {
  const { queue, pool } = open({ tall: "split" });
  const { encode } = pool;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const asked = vi.fn();
  pool.encode = async (job) => {
    asked();
    await held;
    return encode(job);
  };
  queue.add([await tall()]);
  await vi.waitFor(() => expect(asked).toHaveBeenCalled());
  expect(queue.getSnapshot().items).toHaveLength(4);
  for (const item of queue.getSnapshot().items)
    expect(item).toMatchObject({ header: { mediaType: "image/png", width: 120, height: 138 } });
  release();
  expect((await queue.whenReady()).images).toHaveLength(4);
});

test("pieces: those beyond the limit stay together, and are taken when there is room", async () => {
  const { queue, cuts } = open({ tall: "split", maxFiles: 2 });
  queue.add([await tall()]);
  const { rejected } = await queue.whenReady();
  expect(labels(queue)).toEqual(["page.png (1 of 4)", "page.png (2 of 4)", "page.png (pieces 3 to 4 of 4)"]);
  expect(rejected.map(({ error }) => [error.code, error.limit])).toEqual([["too-many-files", 2]]);
  queue.setOptions({ endpoint: anthropicMessages, box, tall: "split", maxFiles: 10 });
  expect((await queue.whenReady()).images).toHaveLength(4);
  expect(labels(queue)).toEqual(numbered(4));
  expect(cuts()).toBe(1);
});

test("pieces: they are removed, brought back and moved like any image", async () => {
  const { queue, cuts } = open({ tall: "split" });
  queue.add([await tall()]);
  const { items } = await queue.whenReady();
  queue.remove(items[1]!.id);
  expect(labels(queue)).toEqual(["page.png (1 of 4)", "page.png (3 of 4)", "page.png (4 of 4)"]);
  queue.undoRemove();
  queue.move(items[3]!.id, 0);
  const { images } = await queue.whenReady();
  expect(images.map(({ name }) => name)).toEqual([4, 1, 2, 3].map((piece) => `page (${piece} of 4).jpg`));
  expect(cuts()).toBe(1);
});

test("pieces: removed before they are made, the others are made", async () => {
  const { queue } = open({ tall: "split" });
  queue.add([await tall()]);
  await vi.waitFor(() => expect(queue.getSnapshot().items).toHaveLength(4));
  const ids = queue.getSnapshot().items.map(({ id }) => id);
  queue.remove([ids[0]!, ids[2]!]);
  const { images } = await queue.whenReady();
  expect(images.map(({ name }) => name)).toEqual(["page (2 of 4).jpg", "page (4 of 4).jpg"]);
});

test("pieces: made again, they show the same rows, with one decode for all that change", async () => {
  const { queue, cuts } = open({ tall: "split" });
  queue.add([await tall()]);
  const before = await rowsOf(queue);
  queue.setOptions({ endpoint: anthropicMessages, box: { width: 100, height: 90 }, tall: "split" });
  expect(await rowsOf(queue)).toEqual(before);
  expect(cuts()).toBe(2);
  const [, second] = queue.getSnapshot().items;
  queue.setImageOptions(second!.id, { tall: "split", box: { width: 60, height: 50 } });
  const { images } = await queue.whenReady();
  expect(await rowsOf(queue)).toEqual(before);
  expect(images.map(({ height }) => height <= 50)).toEqual([false, true, false, false]);
  expect(images.map(({ name }) => name)).toEqual([1, 2, 3, 4].map((piece) => `page (${piece} of 4).jpg`));
  expect(cuts()).toBe(3);
});

test("pieces: made smaller to fit the request, piece by piece", async () => {
  const { queue } = open({ tall: "split" });
  queue.add([await tall()]);
  const { estimate } = await queue.whenReady();
  const before = await rowsOf(queue);
  queue.setOptions({
    endpoint: anthropicMessages,
    box,
    tall: "split",
    fit: "request",
    maxRequestBytes: Math.round(estimate.bytes * 0.85),
  });
  const { images } = await queue.whenReady();
  expect(images).toHaveLength(4);
  expect(await rowsOf(queue)).toEqual(before);
  expect(queue.getSnapshot().fitting).toMatchObject({ status: "shrunk" });
});

test("pieces: the app's compressor is given each as a file", async () => {
  const compress = vi.fn<Compress>(async (file, { width, height }) => {
    expect(file.type).toBe("image/png");
    return imageFile({ width, height });
  });
  const { queue, cuts } = open({ tall: "split", compress });
  queue.add([await tall()]);
  const { images } = await queue.whenReady();
  expect(compress.mock.calls.map(([file]) => (file as File).name).toSorted()).toEqual(
    [1, 2, 3, 4].map((piece) => `page (${piece} of 4).png`),
  );
  expect(images[0]!.changes.map(({ code }) => code)).toEqual(["piece", "compressed-by-app"]);
  expect(images[0]!.source).toMatchObject({ name: "page.png", mediaType: "image/png", height: 480 });
  expect(cuts()).toBe(1);
});

test("pieces: a picture that cannot be read is rejected as one that can be tried again", async () => {
  const { queue } = open({ tall: "split" });
  const file = await tall();
  queue.add([new File([file.slice(0, 2000)], "page.png")]);
  const { rejected } = await queue.whenReady();
  expect(new Set(rejected.map(({ error }) => error.code))).toEqual(new Set(["image-truncated"]));
});

test.each([
  [{ tall: "cut" }, 'tall is "cut". Pass "fit" or "split".'],
  [{ maxPieces: 1 }, "maxPieces is 1. Pass 2 or more."],
])("pieces: %j throws", (options, message) => {
  expect(() => open(options as object)).toThrow(new TypeError(`vision-dropzone: ${message}`));
});
