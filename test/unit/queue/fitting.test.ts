import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createQueue, type OwnedQueue } from "../../../src/queue/create-image-queue.js";
import type { Fitting, ImageQueueOptions, QueueSnapshot, ReadyRequest } from "../../../src/queue/types.js";
import type { PreparedImage } from "../../../src/shared/types.js";
import { type AnthropicImageBlock, anthropicMessages, gemini } from "../../../src/endpoints.js";
import { onDisk } from "../../fixtures/disk-file.js";
import { imageFile } from "../../fixtures/sharp-images.js";
import { sizedBytes, type SizedPool, sizedPool } from "../../fixtures/sized-pool.js";
import { someTasks } from "../../fixtures/some-tasks.js";

type Block = AnthropicImageBlock;
let photo: File;
let pool: SizedPool;
let queue: OwnedQueue<Block>;
let heard: { ready: ReadyRequest<Block>[]; changes: QueueSnapshot<Block>[] };

beforeAll(async () => {
  photo = await imageFile({ width: 2000, height: 1500, name: "photo.jpg" });
});

/** Of one photo at the default box and quality, as base64. */
const FULL = 4 * Math.ceil(sizedBytes({ width: 1280, height: 960 }, 0.85) / 3);

let onShrinking = () => {};

/** Resolves when pictures are being made again, which then wait until they are released. */
function heldWhileShrinking(): Promise<() => void> {
  return new Promise((resolve) => {
    onShrinking = () => {
      onShrinking = () => {};
      let release = () => {};
      pool.gate = new Promise((opened) => (release = opened));
      resolve(release);
    };
  });
}

function open(options: Partial<ImageQueueOptions<Block>> = {}): OwnedQueue<Block> {
  const mine: typeof heard = { ready: [], changes: [] };
  heard = mine;
  queue = createQueue<Block>(pool, {
    endpoint: anthropicMessages,
    onReady: (ready) => mine.ready.push(ready),
    onChange(snapshot) {
      mine.changes.push(snapshot);
      if (snapshot.fitting.status === "shrinking") onShrinking();
    },
    ...options,
  });
  return queue;
}
const add = (count: number) => queue.add(Array.from({ length: count }, () => photo));
const settled = () => vi.waitFor(() => expect(queue.getSnapshot().status).not.toBe("working"));
const images = () =>
  queue.getSnapshot().items.flatMap((item) => (item.status === "ready" && item.image ? item.image : []));
const isFull = ({ changes }: PreparedImage) => changes.every(({ code }) => code !== "quality-lowered");
const fittings = () =>
  heard.changes.map(({ fitting }) => fitting.status).filter((status, index, all) => status !== all[index - 1]);
const expectFits = () => {
  const { estimate, status } = queue.getSnapshot();
  expect(status).toBe("ready");
  expect(estimate.bytes).toBeLessThanOrEqual(estimate.cap);
};

beforeEach(() => {
  pool = sizedPool();
});

describe('fit: "request"', () => {
  it("makes four photos fit where three do, and is never shown as over nor as ready in between", async () => {
    open({ fit: "request", maxRequestBytes: 3.2 * FULL });
    add(4);
    await settled();
    await someTasks();
    expectFits();
    expect(heard.changes.map(({ status }) => status)).not.toContain("over");
    expect(heard.ready).toHaveLength(1);
    expect(fittings()).toEqual(["none", "shrinking", "shrunk"]);
    const saved = 4 * FULL - images().reduce((sum, { base64 }) => sum + base64.length, 0);
    expect(queue.getSnapshot().fitting).toEqual({ status: "shrunk", imageCount: 4, savedBytes: saved });
  });

  it("leaves what fits alone", async () => {
    open({ fit: "request", maxRequestBytes: 5 * FULL });
    add(4);
    await settled();
    await someTasks();
    expect(pool.jobs).toHaveLength(4);
    expect(fittings()).toEqual(["none"]);
  });

  it("gives quality back when an image is removed, without preparing anything that is there already", async () => {
    open({ fit: "request", maxRequestBytes: 3.2 * FULL });
    const [first] = add(4);
    await settled();
    const done = pool.jobs.length;
    queue.remove(first!);
    await settled();
    await someTasks();
    expectFits();
    expect(images().every(isFull)).toBe(true);
    expect(pool.jobs).toHaveLength(done);
    expect(heard.ready).toHaveLength(2);
    expect(queue.getSnapshot().fitting).toEqual({ status: "none" });
  });

  it("keeps the items ready while their pictures are made again", async () => {
    open({ fit: "request", maxRequestBytes: 3.2 * FULL });
    add(4);
    const release = await heldWhileShrinking();
    expect(queue.getSnapshot()).toMatchObject({ status: "working", ready: undefined });
    expect(queue.getSnapshot().items.map(({ status }) => status)).toEqual(["ready", "ready", "ready", "ready"]);
    release();
    await settled();
    expectFits();
  });

  it("fits those that come while it shrinks, too", async () => {
    open({ fit: "request", maxRequestBytes: 3.2 * FULL });
    add(4);
    const release = await heldWhileShrinking();
    add(3);
    release();
    await settled();
    await someTasks();
    expectFits();
    expect(images()).toHaveLength(7);
    expect(heard.ready).toHaveLength(1);
  });

  it("takes images out that are removed while it shrinks", async () => {
    open({ fit: "request", maxRequestBytes: 3.2 * FULL });
    const ids = add(5);
    const release = await heldWhileShrinking();
    for (const id of ids.slice(0, 4)) queue.remove(id);
    release();
    await settled();
    expectFits();
    expect(images().map(isFull)).toEqual([true]);
  });

  it("starts from the full pictures when the endpoint changes while it shrinks", async () => {
    open({ fit: "request", maxRequestBytes: 3.2 * FULL });
    add(4);
    const release = await heldWhileShrinking();
    const other = queue as unknown as OwnedQueue<unknown>;
    other.setOptions({ endpoint: gemini, fit: "request", quality: 0.8 });
    release();
    await settled();
    await someTasks();
    expect(images().every(isFull)).toBe(true);
    expect(queue.getSnapshot().fitting).toEqual({ status: "none" });
  });

  it("does not work anew at each render, with an endpoint that is written inline", async () => {
    open({ fit: "request", maxRequestBytes: 3.2 * FULL });
    add(4);
    await settled();
    const done = pool.jobs.length;
    const before = images();
    for (let render = 0; render < 3; render += 1) {
      queue.setOptions({ endpoint: { ...anthropicMessages }, fit: "request", maxRequestBytes: 3.2 * FULL });
      await settled();
    }
    expect(pool.jobs).toHaveLength(done);
    expect(images()).toEqual(before);
  });

  it("leaves room for some words more, and shrinks again for many", async () => {
    let words = "";
    const request = (blocks: Block[]) => ({ words, blocks });
    open({ fit: "request", maxRequestBytes: 3.2 * FULL, request });
    add(4);
    await settled();
    const done = pool.jobs.length;
    const say = async (length: number) => {
      words = "x".repeat(length);
      queue.setOptions({
        endpoint: anthropicMessages,
        fit: "request",
        maxRequestBytes: 3.2 * FULL,
        request: (blocks) => ({ words, blocks }),
      });
      await settled();
    };
    for (let length = 1; length < 1000; length += 100) await say(length);
    expect(pool.jobs).toHaveLength(done);
    await say(FULL);
    expectFits();
    expect(pool.jobs.length).toBeGreaterThan(done);
  });

  it("shrinks pinned images last", async () => {
    open({ fit: "request", maxRequestBytes: 3.2 * FULL });
    const [first] = add(4);
    queue.setImageOptions(first!, { pinned: true });
    await settled();
    expectFits();
    expect(images().map(isFull)).toEqual([true, false, false, false]);
  });

  it("gives an image its quality back when it is pinned, at the cost of the others", async () => {
    open({ fit: "request", maxRequestBytes: 3.2 * FULL });
    const [first] = add(4);
    await settled();
    expect(images().map(isFull)).toEqual([false, false, false, false]);
    queue.setImageOptions(first!, { pinned: true });
    await settled();
    expectFits();
    expect(images().map(isFull)).toEqual([true, false, false, false]);
  });

  it("shrinks a pinned image that is too large alone", async () => {
    open({ fit: "request", maxRequestBytes: 0.8 * FULL });
    const [only] = add(1);
    queue.setImageOptions(only!, { pinned: true });
    await settled();
    expectFits();
  });

  const impossible = () => {
    const { fitting, status } = queue.getSnapshot();
    expect(status).toBe("over");
    return fitting as Extract<Fitting, { status: "impossible" }>;
  };

  it("tries again what failed for a moment, and then fits", async () => {
    open({ fit: "request", maxRequestBytes: 3.2 * FULL });
    const release = heldWhileShrinking();
    add(4);
    const run = pool.run.bind(pool);
    const opened = await release;
    pool.run = async (job, tools) => {
      pool.run = run;
      await run(job, tools);
      return {
        status: "rejected",
        error: { code: "decode-timeout", message: "slow", actual: 1, limit: 1, cause: undefined },
      };
    };
    opened();
    await settled();
    expectFits();
    expect(queue.getSnapshot().fitting).toMatchObject({ status: "shrunk", imageCount: 4 });
  });

  it("makes the others smaller if one original is missing, or says that it cannot, and for how many", async () => {
    const file = await onDisk(photo);
    open({ maxRequestBytes: 2.2 * FULL });
    queue.add([file, file, photo]);
    await settled();
    file.state = "deleted";
    queue.shrinkToFit();
    await vi.waitFor(() => expect(queue.getSnapshot().fitting.status).toBe("shrunk"));
    expectFits();
    expect(images().map(isFull)).toEqual([true, true, false]);
    queue.setOptions({ endpoint: anthropicMessages, maxRequestBytes: 1.5 * FULL });
    await settled();
    queue.shrinkToFit();
    await vi.waitFor(() => expect(queue.getSnapshot().fitting).toMatchObject({ unreadableCount: 2 }));
    expect(impossible().missingBytes).toBeGreaterThan(0.4 * FULL);
    const done = pool.jobs.length;
    await someTasks();
    expect(pool.jobs).toHaveLength(done);
  });

  it("makes an original that was sent as it is smaller from what was sent, when its file is gone", async () => {
    const small = await onDisk(await imageFile({ width: 1200, height: 900, name: "small.jpg" }));
    open();
    queue.add([small]);
    await settled();
    const [sent] = images();
    expect(sent!.changes.map(({ code }) => code)).toContain("kept-original");
    small.state = "deleted";
    const limit = Math.floor(sent!.base64.length * 0.8);
    queue.setOptions({ endpoint: anthropicMessages, maxRequestBytes: limit });
    queue.shrinkToFit();
    await vi.waitFor(() => expect(queue.getSnapshot().fitting.status).toBe("shrunk"));
    expectFits();
    expect(images()[0]).toMatchObject({ source: sent!.source });
    expect(images()[0]!.base64.length).toBeLessThan(limit);
  });

  it("throws for a limit of 0, which fits nothing, and goes on with the one before", async () => {
    open({ fit: "request", maxRequestBytes: 3.2 * FULL });
    add(2);
    await settled();
    expect(() => queue.setOptions({ endpoint: anthropicMessages, maxRequestBytes: 0 })).toThrow(/maxRequestBytes/);
    await someTasks();
    expectFits();
  });

  it("is impossible where a pinned image alone is too large at its smallest, and ends without a ready between", async () => {
    open({ fit: "request", maxRequestBytes: 3000 });
    const [id] = add(1);
    queue.setImageOptions(id!, { pinned: true });
    await vi.waitFor(() => expect(impossible().status).toBe("impossible"));
    const done = pool.jobs.length;
    await someTasks();
    expect(pool.jobs).toHaveLength(done);
    expect(heard.ready).toEqual([]);
    expect(heard.changes.map(({ status }) => status)).not.toContain("ready");
    expect(images().map(isFull)).toEqual([true]);
  });

  it("ends as impossible when the limit falls below all of it while it shrinks", async () => {
    open({ fit: "request", maxRequestBytes: 3.2 * FULL });
    add(4);
    const release = await heldWhileShrinking();
    const { onReady, onChange } = { onReady: vi.fn(), onChange: vi.fn() };
    queue.setOptions({ endpoint: anthropicMessages, fit: "request", maxRequestBytes: 3000, onReady, onChange });
    release();
    await vi.waitFor(() => expect(impossible().status).toBe("impossible"));
    const done = pool.jobs.length;
    await someTasks();
    expect(pool.jobs).toHaveLength(done);
    expect(onReady).not.toHaveBeenCalled();
    expect(images().map(isFull)).toEqual([true, true, true, true]);
  });

  it("is impossible where the conversation alone is too large: nothing is tried", async () => {
    open({ fit: "request", maxRequestBytes: 100_000, request: (blocks) => ({ words: "x".repeat(150_000), blocks }) });
    add(2);
    await settled();
    expect(impossible().status).toBe("impossible");
    expect(impossible().missingBytes).toBeGreaterThan(50_000);
    await expect(queue.whenReady()).rejects.toThrow(/^(?!.*shrink the images).*limit is/);
    expect(pool.jobs).toHaveLength(2);
    await expect(queue.whenReady()).rejects.toMatchObject({ code: "request-too-large" });
  });

  it("is impossible where the smallest pictures are too large, leaves them as they are, and ends", async () => {
    open({ fit: "request", maxRequestBytes: 20_000 });
    add(4);
    await settled();
    expect(impossible()).toMatchObject({ status: "impossible" });
    expect(impossible().missingBytes).toBeGreaterThan(0);
    expect(images().every(isFull)).toBe(true);
    const done = pool.jobs.length;
    await someTasks();
    expect(pool.jobs).toHaveLength(done);
  });

  it("restores pictures when text makes it impossible, and shrinks again when the text is removed", async () => {
    const long = "x".repeat(3 * FULL);
    const options = (words: string) => ({
      endpoint: anthropicMessages,
      fit: "request" as const,
      maxRequestBytes: 3.05 * FULL,
      request: (blocks: Block[]) => ({ words, blocks }),
    });
    open(options(""));
    add(4);
    await settled();
    expectFits();
    queue.setOptions(options(long));
    await settled();
    expect(impossible().missingBytes).toBeGreaterThan(0);
    expect(images().every(isFull)).toBe(true);
    queue.setOptions(options(""));
    await settled();
    await someTasks();
    expectFits();
  });

  it("makes the largest smaller where tokens are too many", async () => {
    open({ fit: "request", maxTokensPerRequest: 1_500 });
    const [first] = add(2);
    queue.setImageOptions(first!, { box: { width: 640, height: 480 } });
    await settled();
    const { status, estimate } = queue.getSnapshot();
    expect(status).toBe("ready");
    expect(estimate.tokens!.total).toBeLessThanOrEqual(1_500);
    expect(images()[0]).toMatchObject({ width: 640, height: 480 });
    expect(images()[1]!.width).toBeLessThan(1280);
  });

  it("is impossible without missing bytes where the images are too many", async () => {
    const endpoint = { ...anthropicMessages, caps: { ...anthropicMessages.caps, maxImages: 3 } };
    open({ fit: "request", endpoint, earlierImageCount: 0 });
    add(3);
    await settled();
    queue.setOptions({ endpoint, fit: "request", earlierImageCount: 2 });
    await settled();
    expect(impossible()).toEqual({ status: "impossible", missingBytes: 0 });
  });

  it.each<[string, number, (ids: string[]) => void]>([
    ["a limit that nothing keeps", 1, () => {}],
    ["a pinned image that alone is too large", 4_000, (ids) => queue.setImageOptions(ids[0]!, { pinned: true })],
  ])("ends with what is missing, says so once and is never ready: %s", async (_, maxRequestBytes, ask) => {
    open({ fit: "request", maxRequestBytes });
    ask(add(2));
    await settled();
    await someTasks();
    const { missingBytes } = impossible();
    expect(missingBytes).toBeGreaterThan(0);
    expect(heard.ready).toEqual([]);
    expect(fittings().at(-1)).toBe("impossible");
    expect(fittings().filter((status) => status === "impossible")).toHaveLength(1);
    const done = pool.jobs.length;
    await someTasks();
    expect(pool.jobs).toHaveLength(done);
    // The way out.
    queue.setOptions({ endpoint: anthropicMessages, fit: "request" });
    await settled();
    await someTasks();
    expectFits();
  });

  it("waits for its owner: nothing is lost by a pause", async () => {
    open({ fit: "request", maxRequestBytes: 3.2 * FULL });
    add(4);
    const release = await heldWhileShrinking();
    queue.pause();
    await someTasks();
    release();
    queue.resume();
    await settled();
    expectFits();
  });

  it("throws for another value", () => {
    expect(() => open({ fit: "images" as "request" })).toThrow(/fit is "images"\. Pass "off" or "request"\./);
  });
});

describe("shrinkToFit", () => {
  it("goes from over to ready, once; undoShrink takes it back", async () => {
    open({ maxRequestBytes: 3.2 * FULL });
    add(4);
    await settled();
    expect(queue.getSnapshot()).toMatchObject({ status: "over", fitting: { status: "none" } });
    const before = images();
    queue.shrinkToFit();
    await settled();
    await someTasks();
    expectFits();
    expect(heard.ready).toHaveLength(1);
    expect(fittings()).toEqual(["none", "shrinking", "shrunk"]);
    queue.undoShrink();
    expect(queue.getSnapshot()).toMatchObject({ status: "over", fitting: { status: "none" } });
    expect(images()).toEqual(before);
  });

  it("is needed again for images added later, and restores quality when they are removed", async () => {
    open({ maxRequestBytes: 3.2 * FULL });
    const ids = add(4);
    await settled();
    queue.shrinkToFit();
    await settled();
    const [fifth] = add(1);
    await settled();
    expect(queue.getSnapshot()).toMatchObject({ status: "over", fitting: { status: "shrunk", imageCount: 4 } });
    queue.shrinkToFit();
    await settled();
    expectFits();
    for (const id of [fifth!, ids[0]!]) queue.remove(id);
    await settled();
    expectFits();
    expect(images().every(isFull)).toBe(true);
  });

  it("does nothing where all fits, now and later", async () => {
    open({ maxRequestBytes: 3.2 * FULL });
    add(2);
    await settled();
    queue.shrinkToFit();
    await someTasks();
    add(2);
    await settled();
    expect(queue.getSnapshot()).toMatchObject({ status: "over", fitting: { status: "none" } });
  });

  it("asked for while images are prepared, it waits for them", async () => {
    open({ maxRequestBytes: 3.2 * FULL });
    add(4);
    queue.shrinkToFit();
    await settled();
    await someTasks();
    expectFits();
    expect(heard.changes.map(({ status }) => status)).not.toContain("over");
  });

  it("brings undone images back to size only when it is called again", async () => {
    open({ fit: "request", maxRequestBytes: 3.2 * FULL });
    add(4);
    await settled();
    queue.undoShrink();
    await someTasks();
    expect(queue.getSnapshot()).toMatchObject({ status: "over", fitting: { status: "none" } });
    queue.shrinkToFit();
    await settled();
    expectFits();
  });
});

describe("shrinkToFit: the offer", () => {
  const offer = () => {
    const { fitting } = queue.getSnapshot();
    return "offer" in fitting ? fitting.offer : undefined;
  };
  const offered = () => vi.waitFor(() => expect(offer()).toBeDefined());

  it("is estimated before anyone asks, close to the result, and costs no work", async () => {
    open({ maxRequestBytes: 3.2 * FULL });
    add(4);
    await settled();
    await offered();
    expect(pool.jobs).toHaveLength(4);
    const { imageCount, savedBytes } = offer()!;
    queue.shrinkToFit();
    await settled();
    const { fitting } = queue.getSnapshot();
    expect(fitting).toMatchObject({ status: "shrunk", imageCount });
    expect(savedBytes).toBeGreaterThan(0.85 * (fitting as { savedBytes: number }).savedBytes);
    expect(savedBytes).toBeLessThan(1.15 * (fitting as { savedBytes: number }).savedBytes);
    expect(offer()).toBeUndefined();
    queue.undoShrink();
    expect(offer()).toEqual({ imageCount, savedBytes });
  });

  it("is estimated again when images are added to shrunk ones", async () => {
    open({ maxRequestBytes: 3.2 * FULL });
    add(4);
    await settled();
    queue.shrinkToFit();
    await settled();
    add(1);
    await settled();
    await offered();
    expect(queue.getSnapshot().fitting).toMatchObject({ status: "shrunk", imageCount: 4 });
    const { savedBytes } = offer()!;
    const before = queue.getSnapshot().estimate.bytes;
    queue.shrinkToFit();
    await settled();
    const saved = before - queue.getSnapshot().estimate.bytes;
    expect(savedBytes).toBeGreaterThan(0.85 * saved);
    expect(savedBytes).toBeLessThan(1.15 * saved);
  });

  it("is reported as impossible before an attempt", async () => {
    open({ maxRequestBytes: 20_000 });
    add(4);
    await settled();
    await vi.waitFor(() => expect(queue.getSnapshot().fitting.status).toBe("impossible"));
    expect(pool.jobs).toHaveLength(4);
  });

  it("is nothing where only the images are too many", async () => {
    const endpoint = { ...anthropicMessages, caps: { ...anthropicMessages.caps, maxImages: 3 } };
    open({ endpoint, maxRequestBytes: 3.2 * FULL });
    add(4);
    queue.shrinkToFit();
    await settled();
    queue.remove(queue.getSnapshot().items[0]!.id);
    await settled();
    queue.setOptions({ endpoint, earlierImageCount: 2 });
    await settled();
    await someTasks();
    expect(queue.getSnapshot()).toMatchObject({ status: "over", fitting: { status: "none" } });
    expect(offer()).toBeUndefined();
  });
});

describe("setImageOptions", () => {
  it("prepares one image anew and says so in the item", async () => {
    open();
    const [first, second] = add(2);
    await settled();
    const [, other] = images();
    queue.setImageOptions(first!, { preset: "text" });
    await settled();
    expect(images()[0]).toMatchObject({ width: 2000, height: 1500 });
    expect(images()[1]).toBe(other);
    expect(queue.getSnapshot().items.map(({ options }) => options)).toEqual([{ preset: "text" }, undefined]);
    queue.setImageOptions(second!, { box: { width: 640, height: 480 }, quality: 0.5 });
    await settled();
    expect(images()[1]).toMatchObject({ width: 640, height: 480 });
    queue.setImageOptions(first!, undefined);
    await settled();
    expect(images()[0]).toMatchObject({ width: 1280, height: 960 });
  });

  it("stays when the queue's options change, and is compared with them", async () => {
    open({ quality: 0.8 });
    const [first] = add(2);
    queue.setImageOptions(first!, { box: { width: 640, height: 480 } });
    await settled();
    queue.setOptions({ endpoint: anthropicMessages, quality: 0.6 });
    await settled();
    expect(images().map(({ width }) => width)).toEqual([640, 1280]);
    expect(pool.jobs.slice(-2).map(({ output }) => output.quality)).toEqual([0.6, 0.6]);
  });

  it("starts no work for a pin, nor for an unknown id", async () => {
    open();
    const [first] = add(1);
    await settled();
    queue.setImageOptions(first!, { pinned: true });
    queue.setImageOptions("gone", { preset: "text" });
    await someTasks();
    expect(pool.jobs).toHaveLength(1);
    expect(queue.getSnapshot().items[0]).toMatchObject({ status: "ready", options: { pinned: true } });
  });

  it("throws for options that can never work, and changes nothing", async () => {
    open();
    const [first] = add(1);
    await settled();
    expect(() => queue.setImageOptions(first!, { quality: 7 })).toThrow(/quality is 7/);
    expect(() => queue.setImageOptions(first!, { preset: "huge" as "text" })).toThrow(/preset is "huge"/);
    expect(queue.getSnapshot().items[0]?.options).toBeUndefined();
  });
});
