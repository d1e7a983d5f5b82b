import { describe, expect, it, vi } from "vitest";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import { isPrepared } from "../../../src/queue/items.js";
import { itemsToUpload } from "../../../src/queue/relocation.js";
import type { ImageItem, ImageQueueOptions, ReadyRequest, UploadState } from "../../../src/queue/types.js";
import type { UploadFile } from "../../../src/queue/relocation-mode.js";
import { type AnthropicImageBlock, anthropicMessages, openaiChat } from "../../../src/endpoints.js";
import { preparedImage } from "../../fixtures/prepared-image.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";
import { someTasks } from "../../fixtures/some-tasks.js";

type Block = AnthropicImageBlock;

function open(options: Partial<ImageQueueOptions<Block>>) {
  const delivered: ReadyRequest<Block>[] = [];
  const queue = createQueue<Block>(sharpPool(), {
    endpoint: anthropicMessages,
    onReady: (ready) => delivered.push(ready),
    ...options,
  });
  const uploads = () => queue.getSnapshot().items.map((item) => (isPrepared(item) ? item.upload.status : item.status));
  return { queue, delivered, uploads };
}

/** Answers with ids in the order of the calls; can be held. */
function uploader() {
  const calls: {
    name: string;
    signal: AbortSignal;
    finish: (answer?: unknown) => void;
    fail: (error: unknown) => void;
    progress: (fraction: number) => void;
  }[] = [];
  const uploadFile: UploadFile = ({ name }, { signal, onProgress }) =>
    new Promise((resolve, reject) => {
      const fileId = `file-${name}`;
      calls.push({
        name,
        signal,
        finish: (answer = { fileId }) => resolve(answer as { fileId: string }),
        fail: reject,
        progress: onProgress,
      });
    });
  return {
    calls,
    uploadFile,
    called: (count: number) => vi.waitFor(() => expect(calls.length).toBeGreaterThanOrEqual(count)),
  };
}
const photos = (count: number, width = 400) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      imageFile({ width: width + index * 40, height: 300, name: `${index}.jpg` }),
    ),
  );

describe("itemsToUpload", () => {
  const item = (id: string, bytes: number, upload: UploadState = { status: "none" }): ImageItem => ({
    id,
    name: id,
    label: id,
    file: new Blob(),
    status: "ready",
    image: preparedImage({ id, bytes }),
    upload,
  });
  const estimate = (bytes: number, cap: number) => ({ bytes, cap }) as Parameters<typeof itemsToUpload>[0]["estimate"];
  const facts = (items: ImageItem[], excess: number, mode: "inline" | "files" | "auto" = "auto") =>
    ({
      items,
      mode,
      provider: "anthropic",
      estimate: estimate(1000 + excess, 1000),
      savedBytes: ({ image }: { image: { bytes: number } }) => image.bytes,
    }) as const;

  it("auto moves nothing while the request fits, and the fewest that make it fit", () => {
    const items = [item("small", 100), item("large", 900), item("middle", 500)];
    expect(itemsToUpload(facts(items, 0))).toEqual([]);
    expect(itemsToUpload(facts(items, 1))).toEqual(["large"]);
    expect(itemsToUpload(facts(items, 901))).toEqual(["large", "middle"]);
  });

  it("auto moves nothing when even all of them would not make it fit", () => {
    expect(itemsToUpload(facts([item("a", 100), item("b", 100)], 300))).toEqual([]);
  });

  it("auto counts what is under way, leaves failures alone, and waits for work", () => {
    expect(itemsToUpload(facts([item("a", 500, { status: "uploading", fraction: 0 }), item("b", 400)], 450))).toEqual(
      [],
    );
    const failed: UploadState = { status: "failed", error: new Error() as never };
    expect(itemsToUpload(facts([item("a", 500, failed), item("b", 400)], 300))).toEqual(["b"]);
    expect(
      itemsToUpload(
        facts([item("a", 500), { id: "w", name: "w", label: "w", file: new Blob(), status: "waiting" }], 300),
      ),
    ).toEqual([]);
  });

  it("files moves all, also what another provider stores; inline none", () => {
    const items = [
      item("a", 1),
      item("b", 1, { status: "uploaded", fileId: "f", provider: "openai" }),
      item("c", 1, { status: "uploaded", fileId: "f", provider: "anthropic" }),
    ];
    expect(itemsToUpload(facts(items, 0, "files"))).toEqual(["a", "b"]);
    expect(itemsToUpload(facts(items, 999, "inline"))).toEqual([]);
  });
});

// A failed upload is tried again after a second and after two, so the tests that wait for that run side by side.
describe("relocation: files", () => {
  it("sends references in place of base64, and the meter shrinks to the byte", async () => {
    const { calls, uploadFile, called } = uploader();
    const request = (blocks: readonly unknown[]) => ({ messages: [{ role: "user", content: blocks }] });
    const { queue, delivered } = open({ uploadFile, relocation: "files", request });
    queue.add(await photos(2));
    await called(2);
    expect(queue.getSnapshot().status).toBe("working");
    for (const { finish } of calls) finish();
    const ready = await queue.whenReady();
    expect(ready.blocks).toEqual([
      { type: "image", source: { type: "file", file_id: "file-0.jpg" } },
      { type: "image", source: { type: "file", file_id: "file-1.jpg" } },
    ]);
    expect(ready.estimate.bytes).toBe(JSON.stringify(request(ready.blocks)).length);
    expect([...ready.fileIds.values()]).toEqual(["file-0.jpg", "file-1.jpg"]);
    await someTasks();
    expect(delivered).toHaveLength(1);
  });

  it("reports progress, clamped, on the item", async () => {
    const { calls, uploadFile, called } = uploader();
    const { queue } = open({ uploadFile, relocation: "files" });
    queue.add(await photos(1));
    await called(1);
    for (const [given, shown] of [
      [0.5, 0.5],
      [7, 1],
      [-1, 0],
      [Number.NaN, 0],
    ] as const) {
      calls[0]!.progress(given);
      const item = queue.getSnapshot().items[0]!;
      expect(isPrepared(item) && item.upload).toEqual({ status: "uploading", fraction: shown });
    }
  });

  it("uploads at most three at once, the rest after", async () => {
    const { calls, uploadFile, called } = uploader();
    const { queue } = open({ uploadFile, relocation: "files" });
    queue.add(await photos(5));
    await called(3);
    await someTasks();
    expect(calls).toHaveLength(3);
    calls[0]!.finish();
    await called(4);
  });

  it.concurrent("tries again, and then keeps the image inline and says why", async () => {
    const { calls, uploadFile, called } = uploader();
    const { queue, uploads } = open({ uploadFile, relocation: "files" });
    queue.add(await photos(1));
    for (const [index, end] of (["fail", "finish", "fail"] as const).entries()) {
      await vi.waitFor(() => expect(calls.length).toBe(index + 1));
      if (end === "fail") calls[index]!.fail(new Error(`no ${index}`));
      else calls[index]!.finish({ id: "not a fileId" });
    }
    const ready = await queue.whenReady();
    expect(uploads()).toEqual(["failed"]);
    expect(ready.blocks[0]).toMatchObject({ source: { type: "base64" } });
    const item = queue.getSnapshot().items[0]!;
    expect(isPrepared(item) && item.upload.status === "failed" && item.upload.error).toMatchObject({
      code: "upload-failed",
      message: "The upload failed: no 2",
    });
    queue.retry(item.id);
    await called(4);
    calls[3]!.finish();
    expect((await queue.whenReady()).blocks[0]).toMatchObject({ source: { type: "file" } });
  });

  it.concurrent("advises by how the upload went: under way, failed, done", async () => {
    const { calls, uploadFile, called } = uploader();
    const { queue } = open({
      uploadFile,
      relocation: "files",
      maxRequestBytes: 1000,
      endpoint: { ...anthropicMessages, tokenModel: undefined },
    });
    const codes = () => queue.getSnapshot().estimate.advice.map(({ code }) => code);
    queue.add(await photos(1));
    await called(1);
    expect(codes()).toEqual(["files-api"]);
    for (const index of [0, 1, 2]) {
      await vi.waitFor(() => expect(calls.length).toBe(index + 1));
      calls[index]!.fail(new Error("down"));
    }
    await expect(queue.whenReady()).rejects.toMatchObject({ code: "request-too-large" });
    expect(codes()).toEqual(["retry-upload", "remove", "shrink"]);
    queue.retry(queue.getSnapshot().items[0]!.id);
    await called(4);
    expect(codes()).toEqual(["files-api"]);
    calls[3]!.finish();
    await queue.whenReady();
    expect(codes()).toEqual([]);
  });

  it("refuses an image over the provider's file limit without a request", async () => {
    const { calls, uploadFile } = uploader();
    const { queue, uploads } = open({
      uploadFile,
      relocation: "files",
      endpoint: { ...anthropicMessages, maxFileBytes: 10 },
    });
    queue.add(await photos(1));
    await queue.whenReady();
    expect(uploads()).toEqual(["failed"]);
    expect(calls).toHaveLength(0);
  });

  it("stops the upload of a removed image, and begins again after a pause", async () => {
    const { calls, uploadFile, called } = uploader();
    const { queue } = open({ uploadFile, relocation: "files" });
    const [id] = queue.add(await photos(2));
    await called(2);
    queue.remove(id!);
    expect(calls.find(({ name }) => name === "0.jpg")!.signal.aborted).toBe(true);
    queue.pause();
    expect(calls.every(({ signal }) => signal.aborted)).toBe(true);
    queue.resume();
    await called(3);
    calls[2]!.finish();
    expect((await queue.whenReady()).fileIds.size).toBe(1);
  });

  it.concurrent("says so when the upload answers without an id", async () => {
    const { queue } = open({ uploadFile: async () => ({ fileId: "" }), relocation: "files" });
    queue.add(await photos(1));
    await queue.whenReady();
    const item = queue.getSnapshot().items[0]!;
    expect(isPrepared(item) && item.upload.status === "failed" && item.upload.error.message).toContain(
      "without a fileId",
    );
  });

  it.concurrent("does not wait for an upload that hangs longer than its limit", async () => {
    const { queue, uploads } = open({
      uploadFile: () => new Promise(() => {}),
      relocation: "files",
      uploadTimeoutMs: 20,
    });
    queue.add(await photos(1));
    await queue.whenReady();
    expect(uploads()).toEqual(["failed"]);
  });

  it.concurrent("takes a rejection that happens at once for a failed try, not for a crash", async () => {
    const { queue, uploads } = open({
      uploadFile: () => {
        throw new Error("sync");
      },
      relocation: "files",
    });
    queue.add(await photos(1));
    await queue.whenReady();
    expect(uploads()).toEqual(["failed"]);
  });
});

describe("relocation: auto and inline", () => {
  it("stays inline while it fits, and moves the largest when it does not", async () => {
    const { calls, uploadFile, called } = uploader();
    const files = await photos(3);
    const { queue, uploads } = open({ uploadFile });
    queue.add(files);
    const inline = await queue.whenReady();
    expect(calls).toHaveLength(0);
    const sizes = inline.images.map(({ base64 }) => base64.length);
    queue.setOptions({ endpoint: anthropicMessages, uploadFile, maxRequestBytes: inline.estimate.bytes - 10 });
    await called(1);
    expect(calls.map(({ name }) => name)).toEqual([`${sizes.indexOf(Math.max(...sizes))}.jpg`]);
    calls[0]!.finish();
    const moved = await queue.whenReady();
    expect(moved.estimate.level).not.toBe("over");
    expect(uploads().filter((status) => status === "uploaded")).toHaveLength(1);
  });

  it("is over, not stuck, when the upload failed and it still does not fit", async () => {
    const { queue } = open({ uploadFile: () => Promise.reject(new Error("offline")), maxRequestBytes: 2000 });
    queue.add(await photos(1));
    await vi.waitFor(() => expect(queue.getSnapshot().status).toBe("over"));
    await expect(queue.whenReady()).rejects.toMatchObject({ code: "request-too-large" });
  });

  it("ignores uploadFile for an endpoint without a Files API", async () => {
    const uploadFile = vi.fn<UploadFile>();
    const queue = createQueue(sharpPool(), { endpoint: openaiChat, uploadFile, relocation: "files" });
    queue.add(await photos(1));
    expect((await queue.whenReady()).blocks[0]).toMatchObject({ type: "image_url" });
    expect(uploadFile).not.toHaveBeenCalled();
  });
});

describe("relocation: an upload whose picture is replaced", () => {
  it("is aborted when more images call for a smaller one, which is uploaded itself", async () => {
    const { calls, uploadFile, called } = uploader();
    const { queue } = open({ uploadFile, relocation: "files", box: { width: 2400, height: 1800 } });
    queue.add([await imageFile({ width: 2400, height: 1800, name: "large.jpg" })]);
    await called(1);
    // Above 20 images Anthropic takes 2000 px a side.
    queue.add(await photos(20));
    await vi.waitFor(() => expect(calls[0]!.signal.aborted).toBe(true));
    calls[0]!.finish({ fileId: "of-the-large-one" });
    for (let at = 1; at < 22; at++) {
      await called(at + 1);
      calls[at]!.finish({ fileId: `file-${at}` });
    }
    const { images, fileIds } = await queue.whenReady();
    expect(images[0]!.width).toBe(2000);
    expect(fileIds.size).toBe(21);
    expect([...fileIds.values()]).not.toContain("of-the-large-one");
  });

  it("is forgotten when shrinking is undone", async () => {
    const { calls, uploadFile, called } = uploader();
    const files = await photos(2, 900);
    const all = { endpoint: anthropicMessages, uploadFile };
    const { queue } = open({ uploadFile, relocation: "inline" });
    queue.add(files);
    const full = await queue.whenReady();
    const maxRequestBytes = Math.round(full.estimate.bytes * 0.7);
    queue.setOptions({ ...all, relocation: "inline", fit: "request", maxRequestBytes });
    const shrunk = await queue.whenReady();
    expect(shrunk.images[0]!.bytes).toBeLessThan(full.images[0]!.bytes);
    queue.setOptions({ ...all, relocation: "files", fit: "request", maxRequestBytes });
    await called(2);
    for (const { finish } of calls) finish();
    expect((await queue.whenReady()).fileIds.size).toBe(2);
    queue.undoShrink();
    await called(4);
    for (const [at, { finish }] of calls.entries()) finish({ fileId: `full-${at}` });
    const { images, fileIds } = await queue.whenReady();
    expect(images.map(({ bytes }) => bytes)).toEqual(full.images.map(({ bytes }) => bytes));
    expect([...fileIds.values()].toSorted()).toEqual(["full-2", "full-3"]);
  });

  it.each([
    { when: "files are no longer wanted", next: { endpoint: anthropicMessages, relocation: "inline" } as const },
    { when: "the endpoint has no Files API", next: { endpoint: openaiChat, relocation: "files" } as const },
  ])("is aborted, and nothing waits for it, when $when", async ({ next }) => {
    const { calls, uploadFile, called } = uploader();
    const queue = createQueue<unknown>(sharpPool(), { endpoint: anthropicMessages, uploadFile, relocation: "files" });
    queue.add(await photos(1));
    await called(1);
    queue.setOptions({ ...next, uploadFile });
    const { fileIds, images } = await queue.whenReady();
    expect(calls[0]!.signal.aborted).toBe(true);
    expect([images.length, fileIds.size]).toEqual([1, 0]);
  });
});
