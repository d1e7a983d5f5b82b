/** Workers that die, fall silent or run out of memory, met by a queue: whatever the pool is made of. */
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ImageItem, ImageQueueOptions, PreparedImage, ReadyRequest } from "../../../src/core.js";
import { type AnthropicImageBlock, anthropicMessages } from "../../../src/endpoints.js";
import { createDefaultWorker } from "../../../src/pool/default-worker.js";
import { createPool, type Pool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import { createQueue } from "../../../src/queue/create-image-queue.js";
import { cramp, CRAMPED_WAYS, type Cramped } from "../../fixtures/canvas/cramped.js";
import { busy, canvasFile, pixelsOf } from "../../fixtures/canvas/files.js";
import { startTally, type Tally } from "../../fixtures/canvas/tally.js";
import CrampedWorker from "../../fixtures/canvas/cramped.worker.ts?worker&inline";
import SilentWorker from "../../fixtures/canvas/silent.worker.ts?worker&inline";
import { dyingAtWork, forbidden } from "../../fixtures/canvas/workers.js";

type Options = Partial<ImageQueueOptions<AnthropicImageBlock>>;

let large: File;
let small: File;
let tally: Tally;

beforeAll(async () => {
  const file = async (width: number, height: number) => {
    const blob = await canvasFile({ width, height }, busy);
    return new File([await blob.arrayBuffer()], `${width}.jpg`, { type: blob.type });
  };
  [large, small] = await Promise.all([file(1600, 1200), file(200, 150)]);
});
beforeEach(() => {
  tally = startTally();
});
afterEach(() => tally.stop());

/** All files through one queue; each must come out once, in its place. */
async function prepareAll(pool: Pool, files: readonly File[], options: Options = {}) {
  const ready: ReadyRequest<AnthropicImageBlock>[] = [];
  const queue = createQueue<AnthropicImageBlock>(pool, {
    endpoint: anthropicMessages,
    onReady: (request) => ready.push(request),
    ...options,
  });
  const ids = queue.add(files);
  await queue.whenReady();
  await new Promise((resolve) => setTimeout(resolve));
  const { items } = queue.getSnapshot();
  expect(items.map(({ id }) => id)).toEqual(ids);
  return { items, ready, queue };
}

const statuses = (items: readonly ImageItem[]) => items.map(({ status }) => status);

/** Four photos and no rejection, reported once, in order. */
function expectAll({ items, ready }: Awaited<ReturnType<typeof prepareAll>>) {
  expect(statuses(items)).toEqual(items.map(() => "ready"));
  expect(ready.map(({ images }) => images.map(({ id }) => id))).toEqual([items.map(({ id }) => id)]);
}

/** The first workers fail, each in its way, the others work. */
function failing(...creators: readonly (() => Worker)[]): () => Worker {
  let made = 0;
  return () => (creators[made++] ?? createDefaultWorker)();
}

const silent = () => new SilentWorker();

/** A worker to which something happens as soon as it has a job. */
const atWork =
  (happens: (worker: Worker) => void, create = createDefaultWorker) =>
  () => {
    const worker = create();
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (...given: [unknown]) => {
      post(...given);
      worker.postMessage = post;
      happens(worker);
    };
    return worker;
  };

describe("a worker that fails in the middle of a job: every file is prepared, once, in order", () => {
  const photos = () => [large, large, large, large];

  const throwing = atWork((worker) =>
    worker.dispatchEvent(new ErrorEvent("error", { message: "out of memory", cancelable: true })),
  );
  const unreadable = atWork((worker) => worker.dispatchEvent(new MessageEvent("messageerror")), silent);
  const killed = atWork((worker) => Worker.prototype.terminate.call(worker));
  const neverMs = 600_000;

  test.each([
    { how: "ended by an error", create: [throwing, throwing], timeoutMs: neverMs },
    {
      how: "ended by an error of its own, which is not the page's",
      create: [dyingAtWork, dyingAtWork],
      timeoutMs: neverMs,
    },
    { how: "its answer cannot be read", create: [unreadable, unreadable], timeoutMs: neverMs },
    // Only silence may be left to the clock: what has its own event must be seen by it.
    {
      how: "one killed by the browser, without a word, the other silent: it works on and is not heard",
      create: [killed, silent],
      timeoutMs: 1_500,
    },
  ])("$how", async ({ create, timeoutMs }) => {
    const before = tally.held();
    const pageErrors: string[] = [];
    const note = ({ message }: ErrorEvent) => void pageErrors.push(message);
    addEventListener("error", note);
    const pool = createPool({ createWorker: failing(...create) });
    const done = await prepareAll(pool, photos(), { timeoutMs });
    removeEventListener("error", note);
    expect(pageErrors).toEqual([]);
    expectAll(done);
    // The pool keeps its idle workers for a while; the failed ones have ended, and have no listeners.
    expect(tally.held()).toEqual({ ...before, workers: expect.toSatisfy((count: number) => count <= 4) });
    expect((await prepareWith(pool, large)).engine).toMatch(/^worker/);
  });

  test("each one for ever: the page does the work", async () => {
    const failed: Worker[] = [];
    const fail = (worker: Worker) => {
      failed.push(worker);
      worker.dispatchEvent(new ErrorEvent("error", { cancelable: true }));
    };
    const done = await prepareAll(createPool({ createWorker: atWork(fail) }), photos());
    expectAll(done);
    // One that said hello late had no job yet: on a loaded machine it may wait for one.
    expect(failed.filter((worker) => tally.holds(worker))).toEqual([]);
    expect(done.items.filter((item) => item.status === "ready" && item.image?.engine.startsWith("page:"))).toHaveLength(
      4,
    );
  });
});

describe("no memory for a large canvas (T22): a right picture or a clear rejection, and small pictures go on", () => {
  const limit = 400_000;

  /** `release`: the test looks at the pictures with the browser as it is. */
  async function expectPictureOrRejection(createWorker: () => Worker, release = () => {}) {
    const { items, queue } = await prepareAll(createPool({ createWorker }), [large, small, large]).finally(release);
    for (const item of items) {
      if (item.status === "ready" && item.image) await expectPicture(item.image);
      else if (item.status === "rejected")
        expect(["image-unencodable", "image-undecodable"]).toContain(item.error.code);
      else expect.unreachable(`${item.name} is ${item.status}`);
    }
    expect(statuses(items)[1]).toBe("ready");
    return { items, queue };
  }

  async function expectPicture({ blob, width, height }: PreparedImage) {
    const pixels = await pixelsOf(blob);
    expect([pixels.width, pixels.height]).toEqual([width, height]);
    const levels = new Set(pixels.data.filter((_, at) => at % 4 === 0));
    expect(levels.size).toBeGreaterThan(30);
  }

  const crampedWorker = (cramped: Cramped) => () => new CrampedWorker({ name: JSON.stringify(cramped) });

  test.each(CRAMPED_WAYS)("in the worker: %s", async (way) => {
    await expectPictureOrRejection(crampedWorker({ way, limit }));
  });

  test.each(CRAMPED_WAYS)("on the page: %s; a second try, with memory, succeeds", async (way) => {
    const release = cramp({ way, limit });
    const { items, queue } = await expectPictureOrRejection(forbidden, release);
    for (const { id } of items) queue.retry(id);
    await queue.whenReady();
    expect(statuses(queue.getSnapshot().items)).toEqual(["ready", "ready", "ready"]);
    expect(tally.held()).toMatchObject({ objectUrls: 0, workers: 0 });
  });
});
