import { beforeAll, describe, expect, test, vi } from "vitest";
import type { PrepareOptions, PreparedImage } from "../../../src/core.js";
import { createDefaultWorker } from "../../../src/pool/default-worker.js";
import { createPool, type Pool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import { resolveSettings } from "../../../src/shared/settings.js";
import { patientMs, strategyIn } from "../../fixtures/canvas/encoders.js";
import { busy, canvasFile, quadrants } from "../../fixtures/canvas/files.js";
import {
  counted,
  dyingAtWork,
  failing,
  forbidden,
  mute,
  silentAtWork,
  unable,
  slowToStart,
  unreading,
} from "../../fixtures/canvas/workers.js";

const source = { width: 640, height: 480 };
const box = { width: 320, height: 240 };
let file: Blob;
const prepared = (pool: Pool, options: PrepareOptions = {}): Promise<PreparedImage> =>
  prepareWith(pool, file, { box, ...options });

beforeAll(async () => {
  file = await canvasFile(source, busy);
});

describe("pool: work and workers", () => {
  test("starts nothing before the first job, then as many workers as are worth having, and uses them again", async () => {
    const workers = counted();
    const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs });
    expect(workers.started()).toBe(0);
    expect(pool.concurrency).toBe(Math.min(4, Math.max(2, navigator.hardwareConcurrency - 1)));
    await prepared(pool);
    await prepared(pool);
    expect(workers.started()).toBe(1);
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => prepared(pool)));
    for (const { engine } of outcomes) expect(engine).toEqual(strategyIn("worker"));
    expect(workers.started()).toBe(pool.concurrency);
  });

  test("gives each job its own answer", async () => {
    const pool = createPool({ helloTimeoutMs: patientMs });
    const widths = Array.from({ length: 10 }, (_, at) => 50 + at);
    const outcomes = await Promise.all(widths.map((width) => prepared(pool, { box: { width, height: width } })));
    expect(outcomes.map((outcome) => outcome.width)).toEqual(widths);
  });

  test("ends idle workers, and starts new ones when there is work again", async () => {
    const workers = counted();
    const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs, idleMs: 50 });
    await Promise.all([prepared(pool), prepared(pool)]);
    expect(workers.started()).toBe(2);
    await vi.waitFor(() => expect(workers.running()).toBe(0));
    await prepared(pool);
    expect(workers.started()).toBe(3);
  });

  test("warming starts the workers, which the first jobs then get; doing it twice changes nothing", async () => {
    const workers = counted();
    const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs });
    pool.warm();
    pool.warm();
    expect(workers.started()).toBe(pool.concurrency);
    await prepared(pool);
    pool.warm();
    expect(workers.started()).toBe(pool.concurrency);
  });

  test("a warmed worker without work is ended too", async () => {
    const workers = counted();
    const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs, idleMs: 50 });
    pool.warm();
    await vi.waitFor(() => expect(workers.running()).toBe(0), { timeout: patientMs });
  });
});

describe("pool: if workers cannot start the page does the work, and does not try again", () => {
  test.each([
    { how: "the constructor throws", create: forbidden },
    { how: "an error event comes before any word", create: failing },
    { how: "no hello comes", create: mute },
    { how: "it has no canvas", create: unable },
  ])("$how", async ({ create }) => {
    let tried = 0;
    const createWorker = () => {
      tried++;
      return create();
    };
    const pool = createPool({ createWorker, helloTimeoutMs: 300 });
    const outcomes = await Promise.all([prepared(pool), prepared(pool), prepared(pool)]);
    expect(outcomes.map((outcome) => outcome.engine)).toEqual(Array(3).fill(strategyIn("page")));
    const before = tried;
    pool.warm();
    await prepared(pool);
    expect(tried).toBe(before);
  });

  test("the failing ones are ended", async () => {
    const workers = counted(mute);
    const pool = createPool({ createWorker: workers.create, helloTimeoutMs: 100 });
    expect((await prepared(pool)).engine).toEqual(strategyIn("page"));
    await vi.waitFor(() => expect(workers.running()).toBe(0), { timeout: patientMs });
  });

  test("if only some fail, the others do the work", async () => {
    const workers = counted(createDefaultWorker, failing);
    const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs });
    await prepared(pool);
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => prepared(pool)));
    expect(outcomes.map((outcome) => outcome.engine)).toEqual(Array(4).fill(strategyIn("worker")));
    expect(workers.running()).toBe(1);
  });

  test("an unpostable job is handed to the page", async () => {
    const pool = createPool({ helloTimeoutMs: patientMs });
    const unpostable = Object.assign(
      { file, settings: resolveSettings({ box }), app: { decodes: [], sniffs: false, compresses: false } },
      { extra: () => {} },
    );
    expect(await pool.run(unpostable, {})).toMatchObject({
      status: "prepared",
      image: { backend: strategyIn("page") },
    });
  });
});

test("pool: several whose work is on the page take turns, since they share its codec", async () => {
  const pictures = await Promise.all(
    [busy, quadrants].map((paint) => canvasFile({ width: 1600, height: 1200 }, paint)),
  );
  const textOf = async (picture: Blob) =>
    (await prepareWith(createPool({ createWorker: forbidden }), picture, { box: source })).base64;
  const alone: string[] = [];
  for (const picture of pictures) alone.push(await textOf(picture));
  expect(await Promise.all(pictures.map(textOf))).toEqual(alone);
});

describe("pool: late workers", () => {
  const standStill = (forMs: number) => {
    for (const end = performance.now() + forMs; performance.now() < end;);
  };

  const count = createPool().concurrency;
  /** The page begins after so long. Twelve times as long, late workers are kept: longer than a busy machine needs for a few jobs. */
  const helloTimeoutMs = 1_500;

  test("a page that was blocked while they started does not count them as silent", async () => {
    const late = await slowToStart(count);
    const pool = createPool({ createWorker: counted(...late.create).create, helloTimeoutMs: 600 });
    pool.warm();
    late.arrive();
    standStill(1_000);
    const outcomes = await Promise.all([prepared(pool), prepared(pool)]);
    expect(outcomes.map((outcome) => outcome.engine)).toEqual(Array(2).fill(strategyIn("worker")));
  });

  test("the page begins without them, and they take what is left when they come", async () => {
    const late = await slowToStart(count);
    const workers = counted(...late.create, createDefaultWorker);
    const pool = createPool({ createWorker: workers.create, helloTimeoutMs });
    expect((await prepared(pool)).engine).toEqual(strategyIn("page"));
    const [first, ...others] = Array.from({ length: 40 }, async () => (await prepared(pool)).engine);
    expect(await first).toEqual(strategyIn("page"));
    late.arrive();
    expect((await Promise.all(others)).at(-1)).toEqual(strategyIn("worker"));
    expect(workers.running()).toBeLessThanOrEqual(count);
  });

  test("one that finds its place taken is ended", async () => {
    const [soon, later] = [await slowToStart(1), await slowToStart(count - 1)];
    const workers = counted(...soon.create, ...later.create, createDefaultWorker);
    const pool = createPool({ createWorker: workers.create, helloTimeoutMs });
    pool.warm();
    expect((await prepared(pool)).engine).toEqual(strategyIn("page"));
    soon.arrive();
    await vi.waitFor(async () => expect((await prepared(pool)).engine).toEqual(strategyIn("worker")));
    // So many that some are under way together, however busy the machine is.
    await Promise.all(Array.from({ length: 20 }, () => prepared(pool)));
    expect([workers.started(), workers.running()]).toEqual([2 * count - 1, 2 * count - 1]);
    later.arrive();
    await vi.waitFor(() => expect(workers.running()).toBe(count));
    expect((await prepared(pool)).engine).toEqual(strategyIn("worker"));
  });
});

describe("pool: workers that fail during a job", () => {
  test("one dies: the job is done by another", async () => {
    const workers = counted(dyingAtWork, createDefaultWorker);
    const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs });
    expect((await prepared(pool)).engine).toEqual(strategyIn("worker"));
    expect([workers.started(), workers.running()]).toEqual([2, 1]);
  });

  test("two die: the page does the job, and workers are still tried for the next", async () => {
    const workers = counted(dyingAtWork, dyingAtWork, createDefaultWorker);
    const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs });
    expect((await prepared(pool)).engine).toEqual(strategyIn("page"));
    expect((await prepared(pool)).engine).toEqual(strategyIn("worker"));
  });

  // Both sit time limits out: side by side.
  test.concurrent("one falls silent: it is ended and the job is done by another", async () => {
    const workers = counted(silentAtWork, createDefaultWorker);
    const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs, silenceMarginMs: 0 });
    expect((await prepared(pool, { timeoutMs: 3_000 })).engine).toEqual(strategyIn("worker"));
  });

  test.concurrent(
    "one dies without a word while it reads its file, as when the browser killed it, and no other file waits: the job is done by another",
    async () => {
      const workers = counted(unreading, createDefaultWorker);
      const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs, silenceMarginMs: 0 });
      expect((await prepared(pool, { timeoutMs: 3_000 })).engine).toEqual(strategyIn("worker"));
      expect(workers.started()).toBe(2);
    },
  );

  test("two fall silent: the job ends as a timeout, and none is left running", async () => {
    const workers = counted(silentAtWork);
    const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs, silenceMarginMs: 50 });
    await expect(prepared(pool, { timeoutMs: 50 })).rejects.toMatchObject({
      code: "decode-timeout",
      limit: 50,
      cause: expect.stringContaining("said nothing") as string,
    });
    expect([workers.started(), workers.running()]).toEqual([2, 0]);
  });
});

describe("pool: workers whose script is loaded first", () => {
  const outOfReach = (): Promise<Worker> =>
    Promise.reject(new TypeError("Failed to fetch dynamically imported module"));

  /** The script of every worker comes when `arrive` says so. */
  const scripts = (create: () => Worker) => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    return { arrive, create: () => arrived.then(create) };
  };

  test("the job waits for it", async () => {
    const workers = counted();
    const { arrive, create } = scripts(workers.create);
    const flying = prepared(createPool({ createWorker: create, helloTimeoutMs: patientMs }));
    expect(workers.started()).toBe(0);
    arrive();
    expect((await flying).engine).toEqual(strategyIn("worker"));
    expect(workers.started()).toBe(1);
  });

  test("which cannot be loaded: the page does the work", async () => {
    const pool = createPool({ createWorker: outOfReach, helloTimeoutMs: patientMs });
    pool.warm();
    const images = await Promise.all([prepared(pool), prepared(pool), prepared(pool)]);
    expect(images.map(({ engine }) => engine)).toEqual(Array(3).fill(strategyIn("page")));
  });

  test("an abort meanwhile rejects at once, and the worker is ended when it comes", async () => {
    const workers = counted();
    const { arrive, create } = scripts(workers.create);
    const pool = createPool({ createWorker: create, helloTimeoutMs: patientMs });
    const controller = new AbortController();
    const flying = prepared(pool, { signal: controller.signal });
    controller.abort();
    await expect(flying).rejects.toMatchObject({ name: "AbortError" });
    arrive();
    await vi.waitFor(() => expect([workers.started(), workers.running()]).toEqual([1, 0]), { timeout: patientMs });
    expect((await prepared(pool)).engine).toEqual(strategyIn("worker"));
  });
});
