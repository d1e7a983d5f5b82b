/** `whenReady` always settles, whatever happens meanwhile, and keeps the work going after the owner has unmounted. */
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createQueue, type OwnedQueue } from "../../../src/queue/create-image-queue.js";
import type { ImageQueueOptions, ReadyRequest } from "../../../src/queue/types.js";
import { type AnthropicImageBlock, anthropicBatches, anthropicMessages } from "../../../src/endpoints.js";
import { type HeldPool, heldPool } from "../../fixtures/held-pool.js";
import { poolOf } from "../../fixtures/pool-of.js";
import { imageFile } from "../../fixtures/sharp-images.js";
import { someTasks } from "../../fixtures/some-tasks.js";

type Block = AnthropicImageBlock;
let photos: File[];
let pool: HeldPool;
let ready: ReadyRequest<Block>[];

beforeAll(async () => {
  photos = await Promise.all(
    ["a", "b", "c", "d"].map((name) => imageFile({ width: 2000, height: 1500, name: `${name}.jpg` })),
  );
});
beforeEach(() => {
  pool = heldPool();
});

function open(options: Partial<ImageQueueOptions<Block>> = {}): OwnedQueue<Block> {
  const heard: ReadyRequest<Block>[] = [];
  ready = heard;
  return createQueue<Block>(pool, {
    endpoint: anthropicMessages,
    onReady: (request) => heard.push(request),
    ...options,
  });
}
/** Lets every job go, also those that begin because of it, until it is over. */
async function finishing<T>(work: Promise<T>): Promise<T> {
  const timer = setInterval(() => pool.jobs.forEach((job) => job.release()), 1);
  return work.finally(() => clearInterval(timer));
}
const statuses = (queue: OwnedQueue<Block>) => queue.getSnapshot().items.map(({ status }) => status);

describe("whenReady: after pause", () => {
  it("goes on, hands over the blocks in order, tells onReady, and then rests", async () => {
    const queue = open();
    queue.add(photos);
    const waiting = queue.whenReady();
    await pool.started(3);
    queue.pause();
    expect(pool.jobs.some(({ aborted }) => aborted)).toBe(false);
    const request = await finishing(waiting);
    expect(request.blocks).toHaveLength(4);
    expect(request.images.map(({ name }) => name)).toEqual(photos.map(({ name }) => name));
    await vi.waitFor(() => expect(ready).toHaveLength(1));
    const begun = pool.jobs.length;
    queue.add([photos[0]!]);
    await someTasks();
    expect(pool.jobs).toHaveLength(begun);
    expect(statuses(queue).at(-1)).toBe("waiting");
  });

  it("continues aborted work when a caller begins to wait after the pause", async () => {
    const queue = open();
    queue.add(photos.slice(0, 1));
    await pool.started(1);
    queue.pause();
    expect(pool.jobs[0]!.aborted).toBe(true);
    const waiting = queue.whenReady();
    await pool.started(2);
    pool.jobs[1]!.release();
    expect((await waiting).blocks).toHaveLength(1);
  });

  it("stops when the last caller gives up, and goes on for the others until then", async () => {
    const queue = open();
    queue.add(photos.slice(0, 1));
    const [one, other] = [new AbortController(), new AbortController()];
    const waits = [one, other].map(({ signal }) => queue.whenReady({ signal }));
    await pool.started(1);
    queue.pause();
    one.abort();
    await expect(waits[0]).rejects.toMatchObject({ name: "AbortError" });
    expect(pool.jobs[0]!.aborted).toBe(false);
    other.abort(new Error("the page is closed"));
    await expect(waits[1]).rejects.toThrow("the page is closed");
    expect(pool.jobs[0]!.aborted).toBe(true);
    expect(statuses(queue)).toEqual(["waiting"]);
  });

  it("is paused and resumed at once, as by StrictMode, without a job begun twice", async () => {
    const queue = open();
    queue.resume();
    queue.pause();
    queue.resume();
    queue.add(photos.slice(0, 1));
    const waiting = queue.whenReady();
    await pool.started(1);
    queue.pause();
    queue.resume();
    pool.jobs[0]!.release();
    expect((await waiting).blocks).toHaveLength(1);
    expect(pool.jobs).toHaveLength(1);
  });

  it("keeps an upload going", async () => {
    let finish = (_: { fileId: string }) => {};
    const signals: AbortSignal[] = [];
    const queue = open({
      relocation: "files",
      uploadFile: (_image, { signal }) => {
        signals.push(signal);
        return new Promise((resolve) => (finish = resolve));
      },
    });
    queue.add(photos.slice(0, 1));
    const waiting = queue.whenReady();
    await pool.started(1);
    pool.jobs[0]!.release();
    await vi.waitFor(() => expect(signals).toHaveLength(1));
    queue.pause();
    expect(signals[0]!.aborted).toBe(false);
    finish({ fileId: "file-1" });
    expect([...(await waiting).fileIds.values()]).toEqual(["file-1"]);
    expect(signals).toHaveLength(1);
  });

  it("keeps a download going", async () => {
    const bytes = await photos[0]!.arrayBuffer();
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    const fetch = async (_url: unknown, init?: RequestInit) => {
      await held;
      init?.signal?.throwIfAborted();
      return new Response(init?.method === "HEAD" ? null : bytes, {
        headers: { "content-type": "image/jpeg", "content-length": String(bytes.byteLength) },
      });
    };
    const queue = open({ urls: "fetch", fetch });
    queue.addUrl("https://pictures.example.com/photo.jpg");
    const waiting = queue.whenReady();
    queue.pause();
    answer();
    await pool.started(1);
    pool.jobs[0]!.release();
    expect((await waiting).images[0]).toMatchObject({ name: "photo.jpg" });
  });
});

describe("whenReady: while the list changes", () => {
  it.each<[string, (queue: OwnedQueue<Block>, ids: string[]) => void]>([
    ["clear()", (queue) => queue.clear()],
    ["the removal of the last image", (queue, [id]) => queue.remove(id!)],
    ["clear() while paused", (queue) => (queue.pause(), queue.clear())],
    ["the removal of the last image while paused", (queue, [id]) => (queue.pause(), queue.remove(id!))],
  ])("%s: resolves with nothing", async (_name, act) => {
    const queue = open();
    const ids = queue.add(photos.slice(0, 1));
    const waiting = queue.whenReady();
    await pool.started(1);
    act(queue, ids);
    expect((await waiting).blocks).toEqual([]);
  });

  it.each([false, true])("another endpoint: hands over what that one takes (paused: %s)", async (paused) => {
    const queue = open();
    queue.add(photos.slice(0, 1));
    const waiting = queue.whenReady();
    await pool.started(1);
    if (paused) queue.pause();
    queue.setOptions({ endpoint: anthropicBatches, quality: 0.5 });
    await pool.started(2);
    pool.jobs[1]!.release();
    expect((await waiting).blocks).toHaveLength(1);
  });

  it("a pool that fails, and one that throws: both are handed over as rejections", async () => {
    const queue = open();
    queue.add(photos.slice(0, 1));
    const waiting = queue.whenReady();
    await pool.started(1);
    pool.jobs[0]!.release({ status: "failed", failure: "timeout", detail: "", backend: "held" });
    expect((await waiting).rejected.map(({ error }) => error.code)).toEqual(["decode-timeout"]);
    const broken = createQueue<Block>(
      poolOf(() => Promise.reject(new Error("disposed"))),
      { endpoint: anthropicMessages },
    );
    broken.add(photos.slice(0, 1));
    expect((await broken.whenReady()).rejected.map(({ error }) => error.message)).toEqual([
      expect.stringContaining("disposed"),
    ]);
  });

  it("a request that throws from now on: rejects with what it threw", async () => {
    // It is reported as uncaught as well, as the error of the app's code that it is.
    const uncaught = vi.fn();
    const others = process.listeners("uncaughtException");
    process.removeAllListeners("uncaughtException").on("uncaughtException", uncaught);
    let broken = false;
    const queue = open({
      request: (blocks) => {
        if (broken) throw new Error("no history");
        return { blocks };
      },
    });
    queue.add(photos.slice(0, 1));
    const waiting = queue.whenReady();
    await pool.started(1);
    await someTasks();
    broken = true;
    pool.jobs[0]!.release();
    await expect(waiting).rejects.toThrow(/no history/);
    await vi.waitFor(() => expect(uncaught).toHaveBeenCalled());
    process.removeAllListeners("uncaughtException");
    for (const listener of others) process.on("uncaughtException", listener);
  });
});

describe("settled: the end of one image", () => {
  it("resolves to the ready and to the rejected item, whatever the others do", async () => {
    const queue = open();
    const [text = "", photo = "", other = ""] = queue.add([new File(["text"], "a.txt"), ...photos.slice(0, 2)]);
    const ends = await finishing(Promise.all([queue.settled(photo), queue.settled(text)]));
    expect(ends).toMatchObject([
      { id: photo, status: "ready" },
      { id: text, status: "rejected" },
    ]);
    expect(await finishing(queue.settled(other))).toMatchObject({ id: other, status: "ready" });
  });

  it("resolves to undefined for an image that is removed before, and for an unknown id", async () => {
    const queue = open();
    const [photo] = queue.add(photos.slice(0, 1));
    const end = queue.settled(photo ?? "");
    queue.remove(photo ?? "");
    expect(await end).toBeUndefined();
    expect(await queue.settled("unknown")).toBeUndefined();
  });
});
