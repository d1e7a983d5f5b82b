import { beforeEach, describe, expect, it, vi } from "vitest";
import { anthropicMessages } from "../../../src/endpoints.js";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import type { ImageQueue, ImageQueueOptions } from "../../../src/queue/types.js";
import { type HeldPool, heldPool } from "../../fixtures/held-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";

const notImage = new File(["just words"], "notes.png", { type: "image/png" });

let pool: HeldPool;
let queue: ImageQueue<unknown>;

const open = (options: Partial<ImageQueueOptions<unknown>> = {}) => {
  queue = createQueue<unknown>(pool, { endpoint: anthropicMessages, ...options });
};
const list = () => queue.getSnapshot().items.map(({ label, status }) => `${label} ${status}`);
const idOf = (label: string) => queue.getSnapshot().items.find((item) => item.label === label)!.id;
const removed = () => queue.getSnapshot().removed.map(({ label }) => label);
const photo = (name: string) => imageFile({ width: 2000, height: 1500, name });

async function withReady(...names: string[]): Promise<void> {
  queue.add(await Promise.all(names.map(photo)));
  await pool.started(names.length);
  pool.jobs.forEach((job) => job.release());
  await vi.waitFor(() => expect(queue.getSnapshot().status).toBe("ready"));
}

beforeEach(() => {
  pool = heldPool(22);
  open();
});

describe("undoRemove", () => {
  it("is possible for a minute after the last removal, and then nothing of it is kept", async () => {
    await withReady("a", "b", "c");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      queue.remove(idOf("a"));
      await vi.advanceTimersByTimeAsync(59_000);
      queue.remove(idOf("b"));
      await vi.advanceTimersByTimeAsync(59_000);
      queue.undoRemove();
      expect(list()).toEqual(["b ready", "c ready"]);
      expect(removed()).toEqual(["a"]);
      await vi.advanceTimersByTimeAsync(1_000);
      expect(removed()).toEqual([]);
      queue.undoRemove();
      expect(list()).toEqual(["b ready", "c ready"]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("brings an image back to its place, and does not prepare it again", async () => {
    await withReady("a", "b", "c");
    const b = queue.getSnapshot().items[1];
    queue.remove(idOf("b"));
    expect(removed()).toEqual(["b"]);
    queue.undoRemove();
    expect(list()).toEqual(["a ready", "b ready", "c ready"]);
    expect(queue.getSnapshot().items[1]).toBe(b);
    expect(removed()).toEqual([]);
    expect(pool.jobs).toHaveLength(3);
    expect((await queue.whenReady()).images.map(({ id }) => id)).toEqual(queue.getSnapshot().items.map(({ id }) => id));
  });

  it("goes back one removal at a time, however many images each took", async () => {
    await withReady("a", "b", "c", "d");
    queue.remove([idOf("a"), idOf("d")]);
    queue.remove(idOf("b"));
    expect(removed()).toEqual(["b"]);
    queue.undoRemove();
    expect(removed()).toEqual(["a", "d"]);
    queue.undoRemove();
    expect(list()).toEqual(["a ready", "b ready", "c ready", "d ready"]);
    queue.undoRemove();
    expect(list()).toHaveLength(4);
  });

  it("starts one again that was under way when it was removed", async () => {
    queue.add([await photo("a")]);
    await pool.started(1);
    queue.remove(idOf("a"));
    expect(pool.jobs[0]!.aborted).toBe(true);
    queue.undoRemove();
    await pool.started(2);
    pool.jobs[1]!.release();
    await vi.waitFor(() => expect(list()).toEqual(["a ready"]));
  });

  it("prepares an image again that other options would change", async () => {
    await withReady("a");
    queue.remove(idOf("a"));
    queue.setOptions({ endpoint: anthropicMessages, box: { width: 640, height: 480 } });
    queue.undoRemove();
    await pool.started(2);
    pool.jobs[1]!.release();
    await vi.waitFor(() => expect(queue.getSnapshot().ready?.images[0]).toMatchObject({ width: 640, height: 480 }));
  });

  it("rejects one whose place another has taken, and keeps the labels apart", async () => {
    open({ maxFiles: 1 });
    await withReady("a");
    queue.remove(idOf("a"));
    queue.add([await photo("a")]);
    await pool.started(2);
    pool.jobs[1]!.release();
    await vi.waitFor(() => expect(list()).toEqual(["a ready"]));
    queue.undoRemove();
    await vi.waitFor(() => expect(list()).toEqual(["a (2) rejected", "a ready"]));
  });

  it.each<[string, () => Promise<void> | void]>([
    ["clear", () => queue.clear()],
    ["removeSent", async () => queue.removeSent(await queue.whenReady())],
    ["forgetRemoved", () => queue.forgetRemoved()],
  ])("brings nothing back after %s", async (_what, after) => {
    await withReady("a", "b");
    queue.remove(idOf("a"));
    await after();
    const before = list();
    queue.undoRemove();
    expect(list()).toEqual(before);
    expect(removed()).toEqual([]);
  });

  it("does not bring back rejected files", async () => {
    queue.add([notImage, await photo("a")]);
    await pool.started(1);
    pool.jobs[0]!.release();
    await vi.waitFor(() => expect(list()).toEqual(["notes.png rejected", "a ready"]));
    queue.remove([idOf("notes.png"), idOf("a")]);
    expect(removed()).toEqual(["a"]);
    queue.undoRemove();
    expect(list()).toEqual(["a ready"]);
  });

  it("remembers the last 20 removals", async () => {
    await withReady(...Array.from({ length: 22 }, (_, index) => `${index}`));
    for (let index = 0; index < 22; index += 1) queue.remove(idOf(`${index}`));
    for (let step = 0; step < 22; step += 1) queue.undoRemove();
    expect(list()).toHaveLength(20);
    expect(list()[0]).toBe("2 ready");
  });
});
