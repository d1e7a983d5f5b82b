/** PDF files that are sent as they are: one item each, with a block of its own. */
import { describe, expect, test, vi } from "vitest";
import type { Decoder } from "../../../src/shared/app-codecs.js";
import type { DocumentBlockOf, Endpoint } from "../../../src/shared/endpoint.js";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import type { ImageQueueOptions, ReadyItem } from "../../../src/queue/types.js";
import { acceptAttribute } from "../../../src/shared/media-types.js";
import {
  type AnthropicImageBlock,
  anthropicMessages,
  bedrockConverse,
  gemini,
  mistral,
  openaiResponses,
} from "../../../src/endpoints.js";
import { lockedPdfFile, pdfBytes, pdfFile } from "../../fixtures/bytes/pdf.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";

type Block = AnthropicImageBlock | DocumentBlockOf<typeof anthropicMessages>;

/** Stands for `pdf()`, which draws in browsers only: it counts pages as told and makes them grey. */
function pdfDecoder(count: number) {
  const data = new Uint8ClampedArray(8 * 9 * 4).fill(128);
  return {
    id: "pdf",
    mediaTypes: ["application/pdf"],
    extensions: ["pdf"],
    sniff: (head) => (String.fromCharCode(...head.subarray(0, 5)) === "%PDF-" ? "application/pdf" : undefined),
    pages: vi.fn<NonNullable<Decoder["pages"]>>(async () => ({ count })),
    decode: vi.fn<Decoder["decode"]>(
      async () => ({ width: 8, height: 9, data, colorSpace: "srgb", pixelFormat: "rgba-unorm8" }) as ImageData,
    ),
  } satisfies Decoder;
}

function open(options: Partial<ImageQueueOptions<unknown>> = {}) {
  const queue = createQueue<unknown>(sharpPool(), { endpoint: anthropicMessages, documents: "native", ...options });
  return { queue };
}
const base64 = (pages: number) => Buffer.from(pdfBytes(Array.from({ length: pages }, () => ({})))).toString("base64");
const pages = (count: number, name = "paper.pdf") =>
  pdfFile(
    Array.from({ length: count }, () => ({})),
    {},
    name,
  );
const kinds = (items: readonly ReadyItem[]) =>
  items.map((item) => (item.document ? "pdf" : item.image ? "image" : "link"));

describe("documents: native", () => {
  test("the file itself is one item with its own block, in its place, and nothing is decoded", async () => {
    const decoder = pdfDecoder(3);
    const { queue } = open({ decoders: [decoder] });
    const [before, id, after] = queue.add([
      await imageFile({ width: 40, height: 30, name: "a.jpg" }),
      pages(3),
      await imageFile({ width: 40, height: 30, name: "b.jpg" }),
    ]);
    const { blocks, items, images, estimate } = await queue.whenReady();
    expect(items.map((item) => item.id)).toEqual([before, id, after]);
    expect(kinds(items)).toEqual(["image", "pdf", "image"]);
    expect((blocks as Block[])[1]).toEqual({
      type: "document",
      source: { type: "base64", media_type: "application/pdf", data: base64(3) },
      title: "paper.pdf",
    });
    expect(items[1]).toMatchObject({ document: { id, pageCount: 3, mediaType: "application/pdf", name: "paper.pdf" } });
    expect(images).toHaveLength(2);
    expect([decoder.pages, decoder.decode].map((asked) => asked.mock.calls.length)).toEqual([0, 0]);
    expect(estimate.bytes).toBe(
      new TextEncoder().encode(JSON.stringify(anthropicMessages.request(blocks as never))).length,
    );
    expect(estimate.tokens).toMatchObject({ total: 3 * 2300 + 2 * estimate.tokens!.perImage[0]! });
  });

  test("the same name twice is told apart", async () => {
    const { queue } = open();
    queue.add([pages(1), pages(2)]);
    const { items } = await queue.whenReady();
    expect(items.map(({ document }) => document?.name)).toEqual(["paper.pdf", "paper.pdf (2)"]);
  });

  test.each<[code: string, file: File, endpoint: Endpoint<unknown>]>([
    ["document-unsupported", pages(1), mistral],
    ["document-protected", lockedPdfFile(), anthropicMessages],
    ["document-too-long", pdfFile([{}], { count: 601 }), anthropicMessages],
  ])("%s: a file that cannot be sent is rejected, decoder or not", async (code, file, endpoint) => {
    const { queue } = open({ endpoint, decoders: [pdfDecoder(2)] });
    queue.add([file]);
    const { rejected, items } = await queue.whenReady();
    expect(rejected.map(({ error }) => error.code)).toEqual([code]);
    expect(items).toEqual([]);
  });

  test("pages that we cannot count are counted by the decoder, or not at all", async () => {
    const broken = () => new File([pdfBytes([{}, {}]).slice(0, 700)], "broken.pdf");
    const withDecoder = open({ decoders: [pdfDecoder(12)] });
    withDecoder.queue.add([broken()]);
    expect((await withDecoder.queue.whenReady()).items[0]).toMatchObject({ document: { pageCount: 12 } });
    const alone = open();
    alone.queue.add([broken()]);
    const { items, estimate } = await alone.queue.whenReady();
    expect(items[0]!.document).toMatchObject({ pageCount: undefined });
    expect(estimate.tokens).toMatchObject({ total: 0, uncountedDocuments: 1 });
  });

  test("limits of the app hold for it as for images", async () => {
    const { queue } = open({ limits: { maxFileBytes: 100 }, maxFiles: 2 });
    queue.add([pages(1)]);
    expect((await queue.whenReady()).rejected[0]!.error.code).toBe("file-too-large");
    queue.clear();
    queue.setOptions({ endpoint: anthropicMessages, documents: "native", maxFiles: 2 });
    queue.add([pages(9, "a.pdf"), pages(9, "b.pdf"), pages(9, "c.pdf")]);
    const { rejected, items } = await queue.whenReady();
    expect(items).toHaveLength(2);
    expect(rejected.map(({ error }) => error.code)).toEqual(["too-many-files"]);
  });

  test("its pages take the places of images where the endpoint counts both", async () => {
    const endpoint = { ...anthropicMessages, caps: { ...anthropicMessages.caps, maxImages: 6 } };
    const { queue } = open({ endpoint });
    queue.add([pages(5)]);
    await queue.whenReady();
    queue.add(await Promise.all(["a.jpg", "b.jpg"].map((name) => imageFile({ width: 40, height: 30, name }))));
    const { items, rejected, estimate } = await queue.whenReady();
    expect(kinds(items)).toEqual(["pdf", "image"]);
    expect(rejected.map(({ error }) => error.code)).toEqual(["too-many-files"]);
    expect(estimate).toMatchObject({ level: "ok", imagesThatStillFit: 0 });
  });

  test("advice names it where its bytes or tokens are too many", async () => {
    const large = () => pdfFile([{}, {}], { objects: ["x".repeat(2_000_000)] }, "large.pdf");
    const { queue } = open({
      request: (blocks) => ({ blocks, earlier: "y".repeat(1_500_000) }),
      maxRequestBytes: 4_000_000,
    });
    queue.add([large()]);
    await queue.settled(queue.getSnapshot().items[0]!.id);
    const said = () => queue.getSnapshot().estimate.advice.map(({ code, message }) => [code, message]);
    await vi.waitFor(() => expect(said()[0]).toEqual(["remove", "Remove one document to send this."]));
    expect(said().map(([code]) => code)).not.toContain("shrink");
    queue.setOptions({ endpoint: anthropicMessages, documents: "native", maxTokensPerRequest: 4_000 });
    await vi.waitFor(() => expect(said()).toEqual([["remove", "Remove one document to send this."]]));
  });

  test("files that are read at once are counted together", async () => {
    const { queue } = open({ endpoint: bedrockConverse });
    queue.add(Array.from({ length: 7 }, (_, at) => pages(1, `${at}.pdf`)));
    const { items, rejected } = await queue.whenReady();
    expect(items).toHaveLength(5);
    expect(rejected.map(({ error }) => error.code)).toEqual(["document-too-many", "document-too-many"]);
  });

  test("files of earlier messages count where a request may have few", async () => {
    const { queue } = open({ endpoint: bedrockConverse, earlierDocumentCount: 4 });
    queue.add([pages(1, "a.pdf"), pages(1, "b.pdf")]);
    const { items, rejected } = await queue.whenReady();
    expect(items).toHaveLength(1);
    expect(rejected.map(({ error }) => error)).toMatchObject([{ code: "document-too-many", actual: 6, limit: 5 }]);
    // A new chat.
    queue.setOptions({ endpoint: bedrockConverse, documents: "native", earlierDocumentCount: 0 });
    expect((await queue.whenReady()).items).toHaveLength(2);
    queue.setOptions({ endpoint: bedrockConverse, documents: "native", earlierDocumentCount: 5 });
    expect((await queue.whenReady()).rejected).toHaveLength(2);
  });

  test("its first page comes as a thumbnail after it is ready, if there is a decoder, and onReady is not told again", async () => {
    const onReady = vi.fn();
    const decoder = pdfDecoder(3);
    const { queue } = open({ decoders: [decoder], thumbnails: true, onReady });
    const [id] = queue.add([pages(3)]);
    const before = (await queue.whenReady()).items[0]!;
    expect([before.file && before.thumbnail, decoder.decode.mock.calls.length]).toEqual([undefined, 0]);
    const shown = () => queue.getSnapshot().items.map((item) => item.file && item.thumbnail?.type);
    await vi.waitFor(() => expect(shown()).toEqual(["image/jpeg"]));
    expect(decoder.decode.mock.calls.map(([, { page }]) => page)).toEqual([1]);
    const { items } = await queue.whenReady();
    expect(items).toMatchObject([{ id, status: "ready", document: before.document }]);
    expect(onReady).toHaveBeenCalledTimes(1);
    // Kept for another endpoint, and not shown for each of its pages.
    queue.setOptions({ endpoint: gemini, documents: "native", decoders: [decoder], thumbnails: true });
    await queue.whenReady();
    expect(shown()).toEqual(["image/jpeg"]);
    queue.setOptions({ endpoint: gemini, documents: "images", decoders: [decoder] });
    await queue.whenReady();
    expect(shown()).toEqual([undefined, undefined, undefined]);
    expect(decoder.decode).toHaveBeenCalledTimes(4);
  });

  test.each<[string, Partial<ImageQueueOptions<unknown>>]>([
    ["nobody asked for", { decoders: [pdfDecoder(3)] }],
    [
      "the decoder fails",
      { decoders: [{ ...pdfDecoder(3), decode: () => Promise.reject(new Error("no")) }], thumbnails: true },
    ],
  ])("no thumbnail where %s", async (_, options) => {
    const { queue } = open(options);
    queue.add([pages(3)]);
    const { items } = await queue.whenReady();
    // A second file's way is longer than that of the first one's thumbnail.
    queue.add([await imageFile({ width: 400, height: 300, name: "a.jpg" })]);
    expect((await queue.whenReady()).items[0]).toBe(items[0]);
  });

  test("it can be moved, removed and brought back as it was", async () => {
    const { queue } = open();
    const [photo, id] = queue.add([await imageFile({ width: 40, height: 30, name: "a.jpg" }), pages(2)]);
    const first = (await queue.whenReady()).items[1]!.document;
    queue.move(id!, 0);
    expect(kinds((await queue.whenReady()).items)).toEqual(["pdf", "image"]);
    queue.remove([id!, photo!]);
    expect((await queue.whenReady()).items).toEqual([]);
    queue.undoRemove();
    const { items } = await queue.whenReady();
    expect(items.map((item) => item.id)).toEqual([id, photo]);
    expect(items[0]!.document).toBe(first);
  });

  test("other options for images leave it alone, and onReady is not told again", async () => {
    const onReady = vi.fn();
    const { queue } = open({ onReady });
    queue.add([pages(2)]);
    const [item] = (await queue.whenReady()).items;
    queue.setOptions({ endpoint: anthropicMessages, documents: "native", onReady, quality: 0.5 });
    expect((await queue.whenReady()).items[0]).toBe(item);
    expect(onReady).toHaveBeenCalledTimes(1);
  });
});

describe("documents: images", () => {
  test("is the default: without a decoder a PDF is rejected, with one its pages are images", async () => {
    const { queue } = open({ documents: undefined });
    queue.add([pages(2)]);
    expect((await queue.whenReady()).rejected).toHaveLength(1);
    queue.clear();
    queue.setOptions({ endpoint: anthropicMessages, decoders: [pdfDecoder(2)] });
    queue.add([pages(2)]);
    expect(kinds((await queue.whenReady()).items)).toEqual(["image", "image"]);
  });
});

describe("documents: auto", () => {
  const decoders = [pdfDecoder(3)];

  test("pages of two files of one name become files that are told apart", async () => {
    const { queue } = open({ documents: "images", decoders });
    queue.add([pages(3), await imageFile({ width: 40, height: 30, name: "a.jpg" }), pages(3)]);
    await queue.whenReady();
    queue.setOptions({ endpoint: anthropicMessages, documents: "auto", decoders });
    await vi.waitFor(() => expect(queue.getSnapshot().items).toHaveLength(3));
    const { items } = await queue.whenReady();
    expect(items.map(({ label }) => label)).toEqual(["paper.pdf", "a.jpg", "paper.pdf (2)"]);
    expect(items.flatMap(({ document }) => document?.name ?? [])).toEqual(["paper.pdf", "paper.pdf (2)"]);
  });

  test("another endpoint decides again: the file, its pages, and the file once more", async () => {
    const { queue } = open({ documents: "auto", decoders });
    const [, id] = queue.add([await imageFile({ width: 40, height: 30, name: "a.jpg" }), pages(3)]);
    const { items: first } = await queue.whenReady();
    expect(kinds(first)).toEqual(["image", "pdf"]);
    queue.setOptions({ endpoint: mistral, documents: "auto", decoders });
    expect(kinds((await queue.whenReady()).items)).toEqual(["image", "image", "image", "image"]);
    queue.setOptions({ endpoint: gemini, documents: "auto", decoders });
    await vi.waitFor(() => expect(queue.getSnapshot().items).toHaveLength(2));
    const { items, blocks } = await queue.whenReady();
    expect(items[1]).toMatchObject({ id, label: "paper.pdf", document: { pageCount: 3 } });
    expect(blocks[1]).toEqual({ inlineData: { mimeType: "application/pdf", data: base64(3) } });
    queue.setOptions({ endpoint: gemini, documents: "images", decoders });
    expect(kinds((await queue.whenReady()).items)).toEqual(["image", "image", "image", "image"]);
  });

  test("pages that a person has chosen stay images", async () => {
    const { queue } = open({ documents: "auto", decoders, endpoint: mistral });
    const [id] = queue.add([pages(3)]);
    await queue.whenReady();
    (await queue.pagesOf(id!))!.choose([3, 1]);
    await queue.whenReady();
    queue.setOptions({ endpoint: anthropicMessages, documents: "auto", decoders });
    await queue.whenReady();
    expect(queue.getSnapshot().items.map(({ name }) => name)).toEqual([
      "paper.pdf (page 3 of 3)",
      "paper.pdf (page 1 of 3)",
    ]);
  });

  test("a protected file goes the way of images, where a decoder asks for its password", async () => {
    const { queue } = open({ documents: "auto", decoders });
    queue.add([lockedPdfFile()]);
    expect(kinds((await queue.whenReady()).items)).toEqual(["image", "image", "image"]);
  });

  test("a file for which the request has no room becomes images where they are smaller", async () => {
    const large = () => pdfFile([{}, {}], { objects: ["x".repeat(2_000_000)] }, "large.pdf");
    const conversation = "y".repeat(1_000_000);
    const request = (blocks: unknown[]) => ({ conversation, blocks });
    const two = [pdfDecoder(2)];
    const { queue } = open({ documents: "auto", decoders: two, maxRequestBytes: 3_000_000, request });
    queue.add([large()]);
    expect(kinds((await queue.whenReady()).items)).toEqual(["image", "image"]);
    const roomy = open({ documents: "auto", decoders: two, maxRequestBytes: 4_000_000, request });
    roomy.queue.add([large()]);
    expect(kinds((await roomy.queue.whenReady()).items)).toEqual(["pdf"]);
  });

  test("what was rejected is decided again where another endpoint may take it", async () => {
    const { queue } = open({ endpoint: mistral, documents: "auto" });
    queue.add([pages(2)]);
    expect((await queue.whenReady()).rejected.map(({ error }) => error.code)).toEqual(["document-unsupported"]);
    queue.setOptions({ endpoint: openaiResponses, documents: "auto" });
    expect((await queue.whenReady()).blocks).toEqual([
      { type: "input_file", filename: "paper.pdf", file_data: `data:application/pdf;base64,${base64(2)}` },
    ]);
  });
});

test("documents: work that is called off leaves nothing behind", async () => {
  const { queue } = open();
  const [id] = queue.add([pages(3)]);
  queue.remove(id!);
  const [again] = queue.add([pages(4)]);
  const { items } = await queue.whenReady();
  expect(items.map((item) => item.id)).toEqual([again]);
});

test("documents: a wrong mode is said at once", () => {
  expect(() => open({ documents: "pdf" as "auto" })).toThrow("documents");
});

test("documents: the picker offers PDF files where they are taken", () => {
  const offers = (options: Parameters<typeof acceptAttribute>[0]) =>
    acceptAttribute(options).split(",").includes(".pdf");
  expect(offers({ documents: "native", endpoint: anthropicMessages })).toBe(true);
  expect(offers({ documents: "auto", endpoint: mistral })).toBe(false);
  expect(offers({ documents: "images", endpoint: anthropicMessages })).toBe(false);
  expect(offers({ documents: "native", endpoint: anthropicMessages, limits: { accept: ["image/png"] } })).toBe(false);
});

describe("documents: a file that never answers", () => {
  const silent = (name: string, type: string) =>
    Object.assign(new File(["%PDF-1.7"], name, { type }), {
      slice: () => Object.assign(new Blob(), { arrayBuffer: () => new Promise<never>(() => {}) }),
    });

  /** What it settles to while the timers' time flies; `undefined`: not in ten real seconds. */
  async function soon<T>(work: () => Promise<T>): Promise<T | undefined> {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const settled: T[] = [];
      void work().then((value) => settled.push(value));
      const until = Date.now() + 10_000;
      while (settled.length === 0 && Date.now() < until) await vi.advanceTimersByTimeAsync(10_000);
      return settled[0];
    } finally {
      vi.useRealTimers();
    }
  }

  test.each([silent("photo.jpg", "image/jpeg"), silent("paper.pdf", "application/pdf")])(
    "is rejected in time, and others go on: $name",
    async (file) => {
      const good = await imageFile({ width: 40, height: 30, name: "good.jpg" });
      const items = await soon(() => {
        const { queue } = open({ documents: "auto", timeoutMs: 1_000 });
        return Promise.all(queue.add([file, file, file, good]).map((id) => queue.settled(id)));
      });
      expect(items?.map((item) => item?.status)).toEqual(["rejected", "rejected", "rejected", "ready"]);
      expect(items?.[0]).toMatchObject({ error: { code: "file-unreadable" } });
    },
  );

  test("is waited for longer than a step of an image may take", async () => {
    const file = pages(2);
    const slice = file.slice.bind(file);
    const slow = Object.assign(file, {
      slice(from = 0, to = 0) {
        const part = slice(from, to);
        const read = () =>
          new Promise((resolve) => setTimeout(resolve, 60_000)).then(() => slice(from, to).arrayBuffer());
        return Object.assign(part, { arrayBuffer: read });
      },
    });
    const item = await soon(() => {
      const { queue } = open({ timeoutMs: 1_000 });
      return queue.settled(queue.add([slow])[0]!);
    });
    expect(item).toMatchObject({ status: "ready", document: { pageCount: 2 } });
  });

  test("is rejected where it is known to be a PDF already", async () => {
    const answered = pages(2);
    const slice = answered.slice.bind(answered);
    const file = Object.assign(answered, {
      slice: (from = 0, to = 0) => (to === 5 ? slice(from, to) : silent("", "").slice()),
    });
    const item = await soon(() => {
      const { queue } = open();
      return queue.settled(queue.add([file])[0]!);
    });
    expect(item).toMatchObject({ status: "rejected", error: { code: "file-unreadable", limit: 120_000 } });
  });
});
