/** A file of several pages: each becomes an image of the list, counted before anything is decoded. */
import { expect, test, vi } from "vitest";
import { german } from "../../../src/languages/de.js";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import type { ImageQueue, ImageQueueOptions } from "../../../src/queue/types.js";
import { defaultMessages } from "../../../src/react/text/default-messages.js";
import { labelOf } from "../../../src/react/text/item-label.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import type { Decoder, PageList } from "../../../src/shared/app-codecs.js";
import { type AnthropicImageBlock, anthropicMessages } from "../../../src/endpoints.js";
import { tiffBytes } from "../../fixtures/bytes/tiff.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";

const scan = () => new File([tiffBytes({ pages: 5 })], "scan.tiff");
const sizes = Array.from({ length: 5 }, (_, at) => ({ width: 100 + at, height: 50 }));

/** Pages as plain pixels, of the size that was counted. */
function tiff(list: PageList = { count: 5, sizes }) {
  const decode = vi.fn<Decoder["decode"]>(async (_, { page }) =>
    grey(list.sizes?.[page - 1] ?? { width: 9, height: 9 }),
  );
  return { id: "tiff", mediaTypes: ["image/tiff"], pages: vi.fn(async () => list), decode } satisfies Decoder;
}

function grey({ width, height }: { width: number; height: number }): ImageData {
  const data = new Uint8ClampedArray(width * height * 4).fill(128).map((value, at) => (at % 4 === 3 ? 255 : value));
  return { width, height, data, colorSpace: "srgb", pixelFormat: "rgba-unorm8" } as ImageData;
}

function open(options: Partial<ImageQueueOptions<AnthropicImageBlock>>): ImageQueue<AnthropicImageBlock> {
  return createQueue(sharpPool(), { endpoint: anthropicMessages, ...options });
}
const labels = (queue: ImageQueue<AnthropicImageBlock>) => queue.getSnapshot().items.map(({ label }) => label);

test("pages: each is an image in its place, in order, named by its number", async () => {
  const decoder = tiff();
  const queue = open({ decoders: [decoder] });
  const [first, id] = queue.add([await imageFile({ width: 40, height: 30, name: "a.jpg" }), scan()]);
  queue.add([await imageFile({ width: 40, height: 30, name: "b.jpg" })]);
  const { images, items } = await queue.whenReady();
  expect(labels(queue)).toEqual(["a.jpg", ...[1, 2, 3, 4, 5].map((page) => `scan.tiff (page ${page} of 5)`), "b.jpg"]);
  expect(items.map((item) => item.id).slice(0, 2)).toEqual([first, id]);
  expect(images.map(({ width }) => width)).toEqual([40, 100, 101, 102, 103, 104, 40]);
  expect(images.map(({ name }) => name)[2]).toBe("scan (page 2).jpg");
  expect(images[2]!.source).toMatchObject({ name: "scan.tiff", width: 101, height: 50 });
  expect(images[2]!.changes.map(({ code }) => code)).toEqual(["decoded-by-plugin", "page", "reencoded"]);
  expect(decoder.decode.mock.calls.map(([, { page }]) => page)).toEqual([1, 2, 3, 4, 5]);
});

test("pages: they are counted, and their sizes known, before one is decoded", async () => {
  const decoder = tiff();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  decoder.decode.mockImplementation(async () => {
    await held;
    return grey({ width: 9, height: 9 });
  });
  const queue = open({ decoders: [decoder] });
  queue.add([scan()]);
  await vi.waitFor(() => expect(decoder.decode).toHaveBeenCalled());
  const waiting = queue.getSnapshot().items.find(({ status }) => status === "waiting")!;
  expect(waiting).toMatchObject({ header: { mediaType: "image/tiff", width: 103, height: 50 } });
  expect(queue.getSnapshot().items).toHaveLength(5);
  release();
  await queue.whenReady();
});

test("pages: those beyond the limit stay together, and are taken when there is room", async () => {
  const decoder = tiff();
  const queue = open({ decoders: [decoder], maxFiles: 3 });
  queue.add([await imageFile({ width: 40, height: 30, name: "a.jpg" }), scan()]);
  const { rejected } = await queue.whenReady();
  expect(labels(queue)).toEqual([
    "a.jpg",
    "scan.tiff (page 1 of 5)",
    "scan.tiff (page 2 of 5)",
    "scan.tiff (pages 3 to 5 of 5)",
  ]);
  expect(rejected.map(({ error }) => [error.code, error.limit])).toEqual([["too-many-files", 3]]);
  expect(decoder.decode).toHaveBeenCalledTimes(2);
  queue.setOptions({ endpoint: anthropicMessages, decoders: [decoder], maxFiles: 10 });
  expect((await queue.whenReady()).images).toHaveLength(6);
  expect(labels(queue).slice(3)).toEqual([3, 4, 5].map((page) => `scan.tiff (page ${page} of 5)`));
});

test("pages: only those that were chosen become images", async () => {
  const queue = open({ decoders: [tiff({ count: 5, sizes, chosen: [4, 2] })] });
  queue.add([scan()]);
  expect((await queue.whenReady()).images.map(({ width }) => width)).toEqual([103, 101]);
});

test("pages: the same file twice is told apart", async () => {
  const queue = open({ decoders: [tiff({ count: 2 })] });
  queue.add([scan(), scan()]);
  await queue.whenReady();
  expect(labels(queue)).toEqual([
    "scan.tiff (page 1 of 2)",
    "scan.tiff (page 2 of 2)",
    "scan.tiff (page 1 of 2) (2)",
    "scan.tiff (page 2 of 2) (2)",
  ]);
  const { items } = queue.getSnapshot();
  expect(items.map((item) => labelOf(item, defaultMessages))).toEqual(labels(queue));
  expect(labelOf(items[3]!, german)).toBe("scan.tiff (Seite 2 von 2) (2)");
});

test("pages: a file that claims more than anybody scans is rejected before anything is decoded", async () => {
  const decoder = tiff({ count: 100_000 });
  const queue = open({ decoders: [decoder] });
  queue.add([scan()]);
  const { rejected } = await queue.whenReady();
  expect(rejected.map(({ error }) => [error.code, error.actual, error.limit])).toEqual([
    ["too-many-files", 100_000, 1_000],
  ]);
  expect(decoder.decode).not.toHaveBeenCalled();
});

test.each([0, 1.5, "2", undefined, null])("pages: a decoder that counts %s is named", async (count) => {
  const queue = open({ decoders: [tiff({ count } as unknown as PageList)] });
  queue.add([scan()]);
  expect((await queue.whenReady()).rejected[0]!.error).toMatchObject({
    code: "image-undecodable",
    message: `The TIFF decoder counted its pages as ${JSON.stringify({ count })}.`,
  });
});

test("prepareImage: gives the first page, or the one that is asked for", async () => {
  const decoder = tiff();
  const [first, third] = await Promise.all([
    prepareWith(sharpPool(), scan(), { decoders: [decoder] }),
    prepareWith(sharpPool(), scan(), { decoders: [decoder], page: 3 }),
  ]);
  expect([first.width, third.width, third.name]).toEqual([100, 102, "scan (page 3).jpg"]);
  expect(first.changes).toContainEqual({ code: "page", page: 1, reason: "Page 1 of the file is sent." });
  expect(decoder.pages).not.toHaveBeenCalled();
});

test("progress: an item has what its decoder reports", async () => {
  const decoder = tiff({ count: 1 });
  const seen: unknown[] = [];
  const queue = open({
    decoders: [decoder],
    onChange: ({ items }) =>
      items.map((item) => item.status === "working" && "progress" in item && seen.push(item.progress)),
  });
  decoder.decode.mockImplementation(async (_, { onProgress }) => {
    onProgress({ step: "load", bytes: 470_000 });
    await new Promise((resolve) => setTimeout(resolve));
    return grey({ width: 9, height: 9 });
  });
  queue.add([scan()]);
  await queue.whenReady();
  expect(seen).toEqual([{ step: "load", bytes: 470_000 }]);
});

test("pages: one that is made smaller to fit the request stays the page it is", async () => {
  const decode = vi.fn<Decoder["decode"]>(async () => noise({ width: 900, height: 700 }));
  const decoder = {
    id: "tiff",
    mediaTypes: ["image/tiff"],
    pages: async () => ({ count: 2 }),
    decode,
  } satisfies Decoder;
  const queue = open({ decoders: [decoder] });
  queue.add([scan()]);
  const { estimate } = await queue.whenReady();
  decode.mockClear();
  queue.setOptions({
    endpoint: anthropicMessages,
    decoders: [decoder],
    fit: "request",
    maxRequestBytes: Math.round(estimate.bytes * 0.6),
  });
  await vi.waitFor(() => expect(queue.getSnapshot().fitting.status).toBe("shrunk"), 20_000);
  expect(new Set(decode.mock.calls.map(([, { page }]) => page))).toEqual(new Set([1, 2]));
  queue.clear();
});

/** The same every time, and large as a JPEG. */
function noise(size: { width: number; height: number }): ImageData {
  const image = grey(size);
  let seed = 1;
  for (let at = 0; at < image.data.length; at += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    if (at % 4 !== 3) image.data[at] = seed >> 16;
  }
  return image;
}

test("pages: one that was removed and chosen again stands once, also when its removal is undone", async () => {
  const queue = open({ decoders: [tiff()] });
  const [first] = queue.add([scan()]);
  await queue.whenReady();
  const page = (number: number) =>
    queue.getSnapshot().items.find((item) => item.file && item.pages?.wanted[0] === number)!.id;
  queue.remove([page(2), page(4)]);
  (await queue.pagesOf(first!))!.choose([1, 2, 3, 5]);
  await queue.whenReady();
  expect(queue.getSnapshot().removed.map(({ name }) => name)).toEqual(["scan.tiff (page 4 of 5)"]);
  queue.undoRemove();
  expect(labels(queue).toSorted()).toEqual([1, 2, 3, 4, 5].map((number) => `scan.tiff (page ${number} of 5)`));
  queue.remove(page(4));
  (await queue.pagesOf(first!))!.choose([4]);
  expect(queue.getSnapshot().removed).toEqual([]);
  expect(labels(queue)).toEqual(["scan.tiff (page 4 of 5)"]);
});
