import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import type {
  ImageQueue,
  ImageQueueOptions,
  QueueSnapshot,
  ReadyRequest,
  RejectedItem,
} from "../../../src/queue/types.js";
import type { PreparedImage } from "../../../src/shared/types.js";
import { type AnthropicImageBlock, anthropicMessages, openaiChat } from "../../../src/endpoints.js";
import { type HeldPool, heldPool } from "../../fixtures/held-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";
import { someTasks } from "../../fixtures/some-tasks.js";

type Block = AnthropicImageBlock;
let photos: File[];
let small: File;
const text = new File(["not a picture"], "notes.png", { type: "image/png" });

beforeAll(async () => {
  photos = await Promise.all(
    ["a", "b", "c"].map((name, index) => imageFile({ width: 2000, height: 1500 + index, name: `${name}.jpg` })),
  );
  small = await imageFile({ width: 400, height: 300, name: "small.jpg" });
});

let pool: HeldPool;
let queue: ImageQueue<Block>;
let heard: { ready: ReadyRequest<Block>[]; rejected: RejectedItem[][]; changes: QueueSnapshot<Block>[] };

function open(options: Partial<ImageQueueOptions<Block>> = {}): ImageQueue<Block> {
  const mine: typeof heard = { ready: [], rejected: [], changes: [] };
  heard = mine;
  queue = createQueue<Block>(pool, {
    endpoint: anthropicMessages,
    onReady: (ready) => mine.ready.push(ready),
    onReject: (rejected) => mine.rejected.push([...rejected]),
    onChange: (snapshot) => mine.changes.push(snapshot),
    ...options,
  });
  return queue;
}
const statuses = () => queue.getSnapshot().items.map(({ status }) => status);
const names = (images: readonly { name: string }[]) => images.map(({ name }) => name);
const settled = () => vi.waitFor(() => expect(queue.getSnapshot().status).not.toBe("working"));

beforeEach(() => {
  pool = heldPool();
  open();
});

describe("queue: adding", () => {
  it("goes waiting, working with the header, ready; onReady fires once", async () => {
    const [id] = queue.add([photos[0]!]);
    expect(queue.getSnapshot()).toMatchObject({ status: "working", ready: undefined, estimate: { exact: false } });
    await pool.started(1);
    expect(queue.getSnapshot().items[0]).toMatchObject({
      id,
      status: "working",
      header: { width: 2000, height: 1500 },
    });
    pool.jobs[0]!.release();
    await settled();
    await someTasks();
    expect(heard.ready).toHaveLength(1);
    expect(heard.ready[0]!.images[0]).toMatchObject({ id, name: "a.jpg", width: 1280, height: 960 });
    expect(heard.ready[0]!.blocks[0]).toEqual(anthropicMessages.toBlock(heard.ready[0]!.images[0]!));
    expect(queue.getSnapshot()).toMatchObject({ status: "ready", estimate: { exact: true } });
  });

  it("keeps the order of adding when a later one finishes first (T33)", async () => {
    queue.add(photos.slice(0, 2));
    await pool.started(2);
    pool.jobs[1]!.release();
    await someTasks();
    expect(heard.ready).toHaveLength(0);
    pool.jobs[0]!.release();
    await settled();
    await someTasks();
    expect(names(heard.ready[0]!.images)).toEqual(["a.jpg", "b.jpg"]);
  });

  it("loses nothing of two drops in the same tick (T1)", async () => {
    queue.add([photos[0]!]);
    queue.add([photos[1]!]);
    await pool.started(2);
    for (const job of pool.jobs) job.release();
    await settled();
    expect(names(queue.getSnapshot().ready!.images)).toEqual(["a.jpg", "b.jpg"]);
  });

  it("takes the same file twice, and again after its removal (T31)", async () => {
    const [first] = queue.add([small]);
    queue.remove(first!);
    queue.add([small, small]);
    await settled();
    expect(queue.getSnapshot().ready!.images).toHaveLength(2);
  });

  it("goes on with the good files of a mixed batch, and says what was wrong with the bad", async () => {
    queue.add([text, small, new File([], "empty.jpg")]);
    await settled();
    await someTasks();
    expect(statuses()).toEqual(["rejected", "ready", "rejected"]);
    expect(heard.ready).toHaveLength(1);
    expect(heard.ready[0]!.rejected.map(({ error }) => error.code)).toEqual(["not-an-image", "file-empty"]);
    expect(
      heard.rejected
        .flat()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(["empty.jpg", "notes.png"]);
  });

  it("does not announce readiness when every file was rejected", async () => {
    queue.add([text]);
    await settled();
    await someTasks();
    expect(queue.getSnapshot()).toMatchObject({ status: "empty", ready: undefined });
    expect(heard.ready).toHaveLength(0);
    expect(heard.rejected).toHaveLength(1);
  });

  it("holds no more work at once than the pool can use and one read ahead", async () => {
    queue.add([...photos, ...photos]);
    await pool.started(3);
    await someTasks();
    expect(pool.jobs).toHaveLength(3);
    expect(statuses().filter((status) => status === "working")).toHaveLength(3);
  });
});

describe("maxFiles", () => {
  it("keeps the first N; a rejected file takes no place (T36)", async () => {
    open({ maxFiles: 2 });
    queue.add([text, small, small, small]);
    await settled();
    expect(statuses()).toEqual(["rejected", "ready", "ready", "rejected"]);
    const last = queue.getSnapshot().items[3]!;
    expect(last.status === "rejected" && last.error.code).toBe("too-many-files");
  });

  it("takes the surplus in when it is raised", async () => {
    open({ maxFiles: 1 });
    queue.add([small, small]);
    await settled();
    queue.setOptions({ endpoint: anthropicMessages, maxFiles: 2 });
    await settled();
    expect(statuses()).toEqual(["ready", "ready"]);
  });
});

describe("queue: removing, clearing, pausing", () => {
  it("aborts the work of a removed item and frees its place", async () => {
    const [id] = queue.add([photos[0]!, small]);
    await pool.started(1);
    queue.remove(id!);
    expect(pool.jobs[0]!.aborted).toBe(true);
    await settled();
    await someTasks();
    expect(names(heard.ready.at(-1)!.images)).toEqual(["small.jpg"]);
  });

  it("reports that a ready list has become empty, so that removed images are not sent", async () => {
    const [id] = queue.add([small]);
    await settled();
    await someTasks();
    queue.remove(id!);
    await someTasks();
    expect(heard.ready.map(({ blocks }) => blocks.length)).toEqual([1, 0]);
  });

  it("clears with work in flight without a late arrival", async () => {
    queue.add(photos);
    await pool.started(3);
    queue.clear();
    for (const job of pool.jobs) job.release();
    await someTasks();
    expect(queue.getSnapshot()).toMatchObject({ items: [], status: "empty" });
    expect(pool.jobs.every(({ aborted }) => aborted)).toBe(true);
    expect(heard.ready).toHaveLength(0);
  });

  it("removes what was sent, and rejected files, and keeps what was added meanwhile", async () => {
    queue.add([small, new Blob(["no picture"])]);
    const ready = await queue.whenReady();
    const [later] = queue.add([photos[0]!]);
    await pool.started(1);
    queue.removeSent(ready);
    expect(queue.getSnapshot().items.map(({ id }) => id)).toEqual([later]);
    expect([...queue.getSnapshot().sent].toSorted()).toEqual(
      [...ready.items, ...ready.rejected].map(({ id }) => id).toSorted(),
    );
    expect(pool.jobs[0]!.aborted).toBe(false);
    // Once more, as a button pressed twice may: nothing is left to take out.
    const before = queue.getSnapshot();
    queue.removeSent(ready);
    expect(queue.getSnapshot()).toBe(before);
    queue.remove(later!);
  });

  it("pauses without losing a file, and resumes", async () => {
    queue.add([photos[0]!]);
    await pool.started(1);
    queue.pause();
    expect(pool.jobs[0]!.aborted).toBe(true);
    expect(statuses()).toEqual(["waiting"]);
    await someTasks();
    queue.resume();
    await pool.started(2);
    pool.jobs[1]!.release();
    await settled();
    expect(statuses()).toEqual(["ready"]);
  });

  it("retries a rejected file", async () => {
    const [id] = queue.add([photos[0]!]);
    await pool.started(1);
    pool.jobs[0]!.release({ status: "failed", failure: "timeout", detail: "", backend: "held" });
    await settled();
    expect(statuses()).toEqual(["rejected"]);
    queue.retry(id!);
    await pool.started(2);
    pool.jobs[1]!.release();
    await settled();
    expect(statuses()).toEqual(["ready"]);
  });

  it("moves an item, and onReady gets the new order", async () => {
    const ids = queue.add([small, await imageFile({ width: 300, height: 300, name: "square.jpg" })]);
    await settled();
    await someTasks();
    queue.move(ids[1]!, 0);
    await someTasks();
    expect(heard.ready.map(({ images }) => names(images))).toEqual([
      ["small.jpg", "square.jpg"],
      ["square.jpg", "small.jpg"],
    ]);
  });
});

describe("setOptions", () => {
  it("sends every image through again when the pictures would differ", async () => {
    queue.add([photos[0]!, text]);
    await pool.started(1);
    pool.jobs[0]!.release();
    await settled();
    queue.setOptions({ endpoint: anthropicMessages, quality: 0.5 });
    expect(queue.getSnapshot().status).toBe("working");
    await pool.started(2);
    expect(pool.jobs[1]!.job.output.quality).toBe(0.5);
  });

  it("does not when only the request or a callback differs, and keeps the snapshot object when no figure changed", async () => {
    queue.add([small]);
    await settled();
    const before = queue.getSnapshot();
    queue.setOptions({ endpoint: anthropicMessages, onReady: () => {} });
    expect(queue.getSnapshot()).toBe(before);
    queue.setOptions({ endpoint: anthropicMessages, request: (blocks) => ({ blocks, more: "text" }) });
    expect(queue.getSnapshot()).not.toBe(before);
    expect(queue.getSnapshot().items).toBe(before.items);
  });

  it("keeps the snapshot when an endpoint is the same but for being another object, and not when its blocks differ", async () => {
    const endpoint = () => ({
      ...anthropicMessages,
      toBlock: (image: PreparedImage) => anthropicMessages.toBlock(image),
    });
    open({ endpoint: endpoint() });
    queue.add([small]);
    await settled();
    const before = queue.getSnapshot();
    queue.setOptions({ endpoint: endpoint() });
    expect(queue.getSnapshot()).toBe(before);
    const cached = (block: Block) => ({ ...block, cache_control: { type: "ephemeral" } });
    queue.setOptions({ endpoint: { ...endpoint(), toBlock: (image) => cached(anthropicMessages.toBlock(image)) } });
    const after = queue.getSnapshot();
    expect(after.ready?.blocks).toEqual([cached(before.ready!.blocks[0]!)]);
    expect(after.estimate.bytes - before.estimate.bytes).toBe(',"cache_control":{"type":"ephemeral"}'.length);
  });

  it("reports another endpoint although the images stay as they are", async () => {
    queue.add([small]);
    await settled();
    await someTasks();
    const toBlock = (): Block => ({
      type: "image",
      source: { type: "url", url: "https://pictures.example.com/a.jpg" },
    });
    queue.setOptions({
      endpoint: { ...anthropicMessages, id: "anthropic-elsewhere", toBlock },
      onReady: (ready) => heard.ready.push(ready),
    });
    await someTasks();
    expect(heard.ready.map(({ blocks }) => blocks[0]?.source.type)).toEqual(["base64", "url"]);
    expect(heard.ready[1]!.images[0]).toBe(heard.ready[0]!.images[0]);
  });

  it("makes the blocks anew for another endpoint, and says so once", async () => {
    const any = createQueue<unknown>(pool, { endpoint: anthropicMessages });
    const seen: unknown[] = [];
    any.add([small]);
    await any.whenReady();
    any.setOptions({ endpoint: openaiChat, onReady: ({ blocks }) => seen.push(...blocks) });
    await someTasks();
    any.setOptions({ endpoint: openaiChat, onReady: ({ blocks }) => seen.push(...blocks) });
    await someTasks();
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ type: "image_url" });
  });

  it("passes every option of preparing on, the rarer ones as well", async () => {
    const whole = await imageFile({ width: 2000, height: 1500 });
    const half = new File([whole.slice(0, Math.floor(whole.size / 2))], "half.jpg");
    const other = heldPool();
    const run = vi.spyOn(other, "run");
    const strict = createQueue(other, { endpoint: anthropicMessages });
    strict.add([half]);
    await vi.waitFor(() =>
      expect(strict.getSnapshot().items[0]).toMatchObject({ status: "rejected", error: { code: "image-truncated" } }),
    );
    const lenient = createQueue(other, {
      endpoint: anthropicMessages,
      truncated: "accept",
      maxPixelsInFlight: 5_000_000,
      quality: 0.6,
      timeoutMs: 9_000,
    });
    lenient.add([half]);
    await other.started(1);
    expect(run.mock.lastCall![0].settings).toMatchObject({
      truncated: "accept",
      maxPixelsInFlight: 5_000_000,
      quality: 0.6,
      timeoutMs: 9_000,
    });
    lenient.clear();
  });

  it("takes former names of options, at first and in setOptions", () => {
    const former = createQueue(pool, { endpoint: anthropicMessages, requestBytes: 1000 });
    expect(former.getSnapshot().estimate.cap).toBe(1000);
    former.setOptions({ endpoint: anthropicMessages, requestBytes: 2000 });
    expect(former.getSnapshot().estimate.cap).toBe(2000);
  });

  it("throws for options that can never work and keeps the old ones", () => {
    expect(() => queue.setOptions({ endpoint: anthropicMessages, quality: 85 })).toThrow(TypeError);
    expect(() => createQueue(pool, { endpoint: anthropicMessages, quality: 85 })).toThrow(TypeError);
    expect(() => createQueue(pool, { endpoint: undefined as never })).toThrow(/endpoint is undefined\. Pass one of/);
    expect(() => createQueue(pool, { endpoint: anthropicMessages, maxFiles: 0 })).toThrow(/maxFiles is 0/);
    expect(() => createQueue(pool, { endpoint: anthropicMessages, maxRequestBytes: Number.NaN })).toThrow(
      /maxRequestBytes is NaN/,
    );
    expect(() => createQueue(pool, { endpoint: anthropicMessages, maxTokensPerRequest: 0 })).toThrow(
      /maxTokensPerRequest is 0/,
    );
    expect(() => createQueue(pool, { endpoint: anthropicMessages, uploadTimeoutMs: 0 })).toThrow(
      /uploadTimeoutMs is 0/,
    );
    expect(() => createQueue(pool, { endpoint: anthropicMessages, conversationTokens: -1 })).toThrow(
      /conversationTokens is -1/,
    );
    queue.add([small]);
    expect(queue.getSnapshot().status).toBe("working");
  });
});

describe("queue: over the cap", () => {
  it("is over, not ready; onReady fires when it fits again", async () => {
    open({ maxRequestBytes: 100 });
    const [id] = queue.add([small]);
    await settled();
    await someTasks();
    expect(queue.getSnapshot()).toMatchObject({
      status: "over",
      ready: undefined,
      estimate: { level: "over", capOwner: "app" },
    });
    expect(heard.ready).toHaveLength(0);
    queue.setOptions({
      endpoint: anthropicMessages,
      maxRequestBytes: 1_000_000,
      onReady: (ready) => heard.ready.push(ready),
    });
    await someTasks();
    expect(heard.ready.map(({ images }) => images[0]?.id)).toEqual([id]);
  });
});

describe("whenReady", () => {
  it("waits for the work in flight (T15)", async () => {
    queue.add([photos[0]!]);
    const ready = queue.whenReady();
    await pool.started(1);
    pool.jobs[0]!.release();
    expect((await ready).images).toHaveLength(1);
  });

  it("resolves at once with no blocks when there is nothing", async () => {
    expect((await queue.whenReady()).blocks).toEqual([]);
  });

  it("rejects with figures when the request does not fit, and with what a person can do", async () => {
    open({ maxRequestBytes: 100 });
    queue.add([small]);
    await expect(queue.whenReady()).rejects.toMatchObject({
      name: "ImageError",
      code: "request-too-large",
      limit: 100,
      message: expect.stringMatching(
        /the limit is 100 bytes\. Remove one image to send this\. Or shrink the images\.$/,
      ),
    });
    expect(queue.getSnapshot().estimate.advice.map(({ audience }) => audience)).toContain("developer");
  });

  it("rejects with the tokens where they are the limit, and resolves when they are not any more", async () => {
    open({ maxTokensPerRequest: 50 });
    queue.add([small]);
    const { total } = (await settled(), queue.getSnapshot().estimate.tokens!);
    await expect(queue.whenReady()).rejects.toMatchObject({
      name: "ImageError",
      code: "request-too-many-tokens",
      actual: total,
      limit: 50,
      message: expect.stringMatching(/limit is 50 tokens\. .*Remove one image/),
    });
    queue.setOptions({ endpoint: anthropicMessages, maxTokensPerRequest: total });
    expect((await queue.whenReady()).blocks).toHaveLength(1);
  });

  it("stops waiting when its signal fires, before and while", async () => {
    queue.add([photos[0]!]);
    await expect(queue.whenReady({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
    const controller = new AbortController();
    const waiting = queue.whenReady({ signal: controller.signal });
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("subscribe", () => {
  it("reports once per task, and not after unsubscribing", async () => {
    const listener = vi.fn();
    const unsubscribe = queue.subscribe(listener);
    queue.add([small]);
    queue.add([small]);
    expect(listener).not.toHaveBeenCalled();
    await someTasks();
    const calls = listener.mock.calls.length;
    expect(calls).toBeGreaterThan(0);
    await settled();
    await someTasks();
    unsubscribe();
    const before = listener.mock.calls.length;
    queue.clear();
    await someTasks();
    expect(listener.mock.calls.length).toBe(before);
  });
});
