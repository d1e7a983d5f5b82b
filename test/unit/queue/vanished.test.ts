/** Files are deleted, moved and changed while they wait to be sent. Nothing that was ready is lost by it. */
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import type { ImageItem, ImageQueue, ImageQueueOptions } from "../../../src/queue/types.js";
import type { PreparedImage } from "../../../src/shared/types.js";
import { anthropicMessages, gemini, ollama, openaiChat } from "../../../src/endpoints.js";
import { canRetry } from "../../../src/react/components/can-retry.js";
import { DiskFile, onDisk } from "../../fixtures/disk-file.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";

let photo: DiskFile;
let pool: ReturnType<typeof sharpPool>;
let queue: ImageQueue<unknown>;
beforeAll(async () => {
  photo = await onDisk(await imageFile({ width: 1500, height: 1125, name: "photo.jpg" }));
});
beforeEach(() => {
  photo.state = "there";
  pool = sharpPool();
});

type Options = Partial<ImageQueueOptions<unknown>>;
async function ready(options: Options = {}, file = photo): Promise<PreparedImage> {
  queue = createQueue<unknown>(pool, { endpoint: anthropicMessages, ...options });
  queue.add([file]);
  await queue.whenReady();
  return image();
}
const item = (): ImageItem => queue.getSnapshot().items[0]!;
function image(): PreparedImage {
  const one = item();
  if (one.status !== "ready" || !one.image)
    throw new Error(`It is ${one.status}: ${one.status === "rejected" ? one.error.message : ""}`);
  return one.image;
}
async function become(options: Options): Promise<void> {
  queue.setOptions({ endpoint: anthropicMessages, ...options });
  await queue.whenReady();
}
const codes = () => image().changes.map(({ code }) => code);

describe("vanished files: other options that make the same picture", () => {
  it.each<[string, Options, Options]>([
    ["other endpoints", {}, { endpoint: openaiChat }],
    ["an endpoint that takes fewer types", {}, { endpoint: gemini }],
    ["one without limits", {}, { endpoint: ollama }],
    ["a byte limit that it keeps", {}, { limits: { maxImageBytes: 1_000_000 } }],
    ["limits that the original keeps", {}, { limits: { maxFileBytes: 40_000_000, minEdge: 20 } }],
    ["a background, without a transparent pixel", {}, { background: "#000000" }],
    ["another time limit", {}, { timeoutMs: 10_000 }],
    ["a box of the same effect", {}, { box: { width: 1280, height: 2000 } }],
    [
      "a lower byte limit that a picture made smaller for its bytes keeps",
      { limits: { maxImageBytes: 40_000 } },
      { limits: { maxImageBytes: 39_900 } },
    ],
  ])("%s: it stays the same object, and nothing is worked on", async (_name, before, after) => {
    const first = await ready(before);
    const jobs = pool.jobs.length;
    photo.state = "deleted";
    queue.setOptions({ endpoint: anthropicMessages, ...after });
    expect(image()).toBe(first);
    expect(queue.getSnapshot().status).toBe("ready");
    expect(pool.jobs).toHaveLength(jobs);
  });

  it.each<[string, Options, Options]>([
    ["quality", {}, { quality: 0.5 }],
    ["box", {}, { box: { width: 640, height: 480 } }],
    ["media type", {}, { mediaType: "image/png" }],
    ["a byte limit that it does not keep", {}, { limits: { maxImageBytes: 40_000 } }],
    ["a higher byte limit, for one made smaller for its bytes", { limits: { maxImageBytes: 40_000 } }, {}],
  ])("another %s: it is made anew from the original", async (_name, before, after) => {
    const first = await ready(before);
    await become(after);
    expect(image()).not.toBe(first);
    expect(codes()).not.toContain("from-prepared");
  });
});

describe("vanished files: the original cannot be read any more", () => {
  const made = (bytes: number, width: number) => ({ bytes: expect.toSatisfy((is: number) => is <= bytes), width });

  it.each<[string, DiskFile["state"]]>([
    ["deleted", "deleted"],
    ["changed on disk", "changed"],
    ["shorter than it was", "shorter"],
  ])(
    "%s: a smaller picture is made from the prepared one, and that is said; the old options bring the old picture back",
    async (_name, state) => {
      const first = await ready();
      photo.state = state;
      await become({ box: { width: 640, height: 480 } });
      expect(image()).toMatchObject({
        ...made(first.bytes, 640),
        name: "photo.jpg",
        source: first.source,
        id: first.id,
      });
      expect(codes()).toEqual(["resized", "reencoded", "from-prepared", "resized", "reencoded"]);
      const { reason, ...figures } = image().changes.find(({ code }) => code === "from-prepared")!;
      expect(reason).toMatch(/prepared before.*Choose it again/);
      expect(figures).toEqual({
        code: "from-prepared",
        because: "file-unreadable",
        detail: expect.stringContaining("Choose it again"),
      });
      await become({});
      expect(image()).toBe(first);
    },
  );

  it.each<[string, Options]>([
    ["fewer bytes", { limits: { maxImageBytes: 40_000 } }],
    ["a larger box", { box: { width: 4000, height: 4000 } }],
    ["another quality", { quality: 0.95 }],
  ])("%s: nothing is lost", async (_name, options) => {
    await ready();
    photo.state = "deleted";
    await become(options);
    expect(codes()).toContain("from-prepared");
    const first = image();
    // What was made from the prepared one is kept as well.
    await become({ ...options, endpoint: ollama });
    expect(image()).toBe(first);
  });

  it("what nothing can meet is rejected with both figures and why, and comes back with the old options", async () => {
    const first = await ready();
    photo.state = "deleted";
    await become({ limits: { maxImageBytes: 100 } });
    expect(item()).toMatchObject({
      status: "rejected",
      error: {
        code: "image-too-large",
        limit: 100,
        message: expect.stringMatching(/original can no longer be read.*limit is 100/),
      },
    });
    await become({});
    expect(image()).toBe(first);
  });

  it("limits that the original exceeds reject it even if it is readable, and it comes back", async () => {
    const first = await ready();
    photo.state = "deleted";
    await become({ limits: { accept: ["image/png"] } });
    expect(item()).toMatchObject({ status: "rejected", error: { code: "file-invalid-type" } });
    await become({});
    expect(image()).toBe(first);
  });

  it("a browser that encodes nothing any more: the prepared picture is sent if the endpoint takes it", async () => {
    const first = await ready();
    const { encode } = pool;
    pool.encode = () => Promise.resolve({ status: "failed", failure: "timeout", detail: "", backend: "sharp" });
    await become({ box: { width: 640, height: 480 } });
    expect(image()).toMatchObject({ base64: first.base64, width: 1280 });
    pool.encode = encode;
    await become({});
    expect(image()).toBe(first);
  });

  it("an original that was kept as it is, and must now be smaller", async () => {
    const small = await onDisk(await imageFile({ width: 800, height: 600, name: "small.jpg" }));
    const first = await ready({}, small);
    expect(codes()).toContain("kept-original");
    small.state = "deleted";
    await become({ box: { width: 400, height: 300 } });
    expect(image()).toMatchObject({ width: 400, name: "small.jpg" });
    expect(codes()).not.toContain("kept-original");
    await become({});
    expect(image()).toBe(first);
  });

  it("many images: more than 20 take smaller ones, without a loop", async () => {
    const endpoint = {
      ...anthropicMessages,
      caps: { ...anthropicMessages.caps, manyImages: { above: 1, maxEdgePx: 1000 } },
    };
    const first = await ready({ endpoint });
    photo.state = "deleted";
    queue.add([await imageFile({ width: 100, height: 100 })]);
    await vi.waitFor(() => expect(queue.getSnapshot().status).toBe("ready"));
    expect(image().width).toBe(1000);
    expect(first.width).toBe(1280);
  });
});

describe("vanished files: a file deleted before it was prepared", () => {
  it.each<[string, () => Promise<File> | File]>([
    ["deleted", () => Object.assign(photo, { state: "deleted" })],
    ["changed on disk", () => Object.assign(photo, { state: "changed" })],
    ["shorter than it was", () => Object.assign(photo, { state: "shorter" })],
    // As Firefox gives it.
    ["deleted, and of no size", () => Object.assign(new DiskFile([], "gone.jpg"), { state: "deleted" })],
  ])("%s: unreadable, to be chosen again, with no Retry", async (_name, file) => {
    queue = createQueue<unknown>(pool, { endpoint: anthropicMessages });
    queue.add([await file()]);
    const { rejected } = await queue.whenReady();
    expect(rejected[0]!.error).toMatchObject({
      code: "file-unreadable",
      message: expect.stringMatching(/Choose it again\.$/),
    });
    expect(rejected[0]!.error.message).not.toMatch(/damaged|empty|incomplete/);
    expect(canRetry(rejected[0]!.error)).toBe(false);
  });

  it("deleted while it is decoded: not called damaged", async () => {
    pool.encode = () => {
      photo.state = "deleted";
      return Promise.resolve({
        status: "failed",
        failure: "undecodable",
        detail: "InvalidStateError",
        backend: "sharp",
      });
    };
    queue = createQueue<unknown>(pool, { endpoint: anthropicMessages });
    queue.add([photo]);
    expect((await queue.whenReady()).rejected[0]!.error).toMatchObject({ code: "file-unreadable" });
  });

  it("an empty file that is there is called empty", async () => {
    queue = createQueue<unknown>(pool, { endpoint: anthropicMessages });
    queue.add([new File([], "empty.jpg")]);
    expect((await queue.whenReady()).rejected[0]!.error.code).toBe("file-empty");
  });
});
