import { beforeAll, describe, expect, test, vi } from "vitest";
import type { EncodeJob } from "../../../src/pixels/encode-job.js";
import { createEngine } from "../../../src/pool/pool.js";
import { createDefaultWorker } from "../../../src/pool/default-worker.js";
import { encoded, patientMs, rungIn } from "../../fixtures/canvas/engines.js";
import { busy, canvasFile, quadrants } from "../../fixtures/canvas/files.js";
import { jobFor } from "../../fixtures/canvas/jobs.js";
import { counted, dyingAtWork, failing, forbidden, mute, silentAtWork, unable, unheard } from "../../fixtures/canvas/workers.js";

const source = { width: 640, height: 480 };
let file: Blob;
const job = (wishes: Partial<EncodeJob> = {}): EncodeJob => ({ ...jobFor(file, { source, target: { width: 320, height: 240 } }), ...wishes });

beforeAll(async () => {
  file = await canvasFile(source, busy);
});

describe("the pool", () => {
  test("starts nothing before the first job, then as many workers as are worth having, and uses them again", async () => {
    const workers = counted();
    const engine = createEngine({ createWorker: workers.create, helloTimeoutMs: patientMs });
    expect(workers.started()).toBe(0);
    expect(engine.concurrency).toBe(Math.min(4, Math.max(2, navigator.hardwareConcurrency - 1)));
    await encoded(engine, job());
    await encoded(engine, job());
    expect(workers.started()).toBe(1);
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => encoded(engine, job())));
    for (const { engine: rung } of outcomes) expect(rung).toEqual(rungIn("worker"));
    expect(workers.started()).toBe(engine.concurrency);
  });

  test("gives each job its own answer", async () => {
    const engine = createEngine({ helloTimeoutMs: patientMs });
    const widths = Array.from({ length: 10 }, (_, at) => 50 + at);
    const outcomes = await Promise.all(widths.map((width) => encoded(engine, job({ target: { width, height: 40 } }))));
    expect(outcomes.map((outcome) => outcome.width)).toEqual(widths);
  });

  test("ends idle workers, and starts new ones when there is work again", async () => {
    const workers = counted();
    const engine = createEngine({ createWorker: workers.create, helloTimeoutMs: patientMs, idleMs: 50 });
    await Promise.all([encoded(engine, job()), encoded(engine, job())]);
    expect(workers.started()).toBe(2);
    await vi.waitFor(() => expect(workers.running()).toBe(0));
    await encoded(engine, job());
    expect(workers.started()).toBe(3);
  });

  test("warming starts the workers, which the first jobs then get; doing it twice changes nothing", async () => {
    const workers = counted();
    const engine = createEngine({ createWorker: workers.create, helloTimeoutMs: patientMs });
    engine.warm();
    engine.warm();
    expect(workers.started()).toBe(engine.concurrency);
    await encoded(engine, job());
    engine.warm();
    expect(workers.started()).toBe(engine.concurrency);
  });

  test("a warmed worker without work is ended too", async () => {
    const workers = counted();
    const engine = createEngine({ createWorker: workers.create, helloTimeoutMs: patientMs, idleMs: 50 });
    engine.warm();
    await vi.waitFor(() => expect(workers.running()).toBe(0), { timeout: patientMs });
  });
});

describe("workers that cannot start: the page does the work, and it is remembered", () => {
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
    const engine = createEngine({ createWorker, helloTimeoutMs: 300 });
    const outcomes = await Promise.all([encoded(engine, job()), encoded(engine, job()), encoded(engine, job())]);
    expect(outcomes.map((outcome) => outcome.engine)).toEqual(Array(3).fill(rungIn("page")));
    const before = tried;
    engine.warm();
    await encoded(engine, job());
    expect(tried).toBe(before);
  });

  test("the failing ones are ended", async () => {
    const workers = counted(mute);
    const engine = createEngine({ createWorker: workers.create, helloTimeoutMs: 100 });
    expect((await encoded(engine, job())).engine).toEqual(rungIn("page"));
    await vi.waitFor(() => expect(workers.running()).toBe(0), { timeout: patientMs });
  });

  test("if only some fail, the others do the work", async () => {
    const workers = counted(createDefaultWorker, failing);
    const engine = createEngine({ createWorker: workers.create, helloTimeoutMs: patientMs });
    await encoded(engine, job());
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => encoded(engine, job())));
    expect(outcomes.map((outcome) => outcome.engine)).toEqual(Array(4).fill(rungIn("worker")));
    expect(workers.running()).toBe(1);
  });

  test("an unpostable file is handed to the page", async () => {
    const unpostable = Object.assign(job(), { extra: () => {} });
    expect((await encoded(createEngine({ helloTimeoutMs: patientMs }), unpostable)).engine).toEqual(rungIn("page"));
  });
});

test("pools whose work is on the page take turns: what it is done with there is one for all", async () => {
  const large = { width: 1600, height: 1200 };
  const pictures = await Promise.all([busy, quadrants].map((paint) => canvasFile(large, paint)));
  const jobs = pictures.map((picture) => jobFor(picture, { source: large, target: source }));
  const alone: string[] = [];
  const bytesOf = async (at: number) => (await encoded(createEngine({ createWorker: forbidden }), jobs[at]!)).bytes.join();
  for (const at of jobs.keys()) alone.push(await bytesOf(at));
  expect(await Promise.all([...jobs.keys()].map(bytesOf))).toEqual(alone);
});

describe("workers that are late", () => {
  const standStill = (forMs: number) => {
    for (const end = performance.now() + forMs; performance.now() < end; );
  };

  const count = createEngine().concurrency;

  test("a page that stood still while they started does not take them for mute", async () => {
    const tardy = await unheard(count);
    const engine = createEngine({ createWorker: counted(...tardy.create).create, helloTimeoutMs: 600 });
    engine.warm();
    tardy.arrive();
    standStill(1_000);
    const outcomes = await Promise.all([encoded(engine, job()), encoded(engine, job())]);
    expect(outcomes.map((outcome) => outcome.engine)).toEqual(Array(2).fill(rungIn("worker")));
  });

  test("the page begins without them, and they take what is left when they come", async () => {
    const tardy = await unheard(count);
    const workers = counted(...tardy.create, createDefaultWorker);
    const engine = createEngine({ createWorker: workers.create, helloTimeoutMs: 300 });
    expect((await encoded(engine, job())).engine).toEqual(rungIn("page"));
    const [first, ...others] = Array.from({ length: 40 }, async () => (await encoded(engine, job())).engine);
    expect(await first).toEqual(rungIn("page"));
    tardy.arrive();
    expect((await Promise.all(others)).at(-1)).toEqual(rungIn("worker"));
    expect(workers.running()).toBeLessThanOrEqual(count);
  });

  test("one that finds its place taken is ended", async () => {
    const [soon, later] = [await unheard(1), await unheard(count - 1)];
    const workers = counted(...soon.create, ...later.create, createDefaultWorker);
    const engine = createEngine({ createWorker: workers.create, helloTimeoutMs: 300 });
    engine.warm();
    expect((await encoded(engine, job())).engine).toEqual(rungIn("page"));
    soon.arrive();
    await vi.waitFor(async () => expect((await encoded(engine, job())).engine).toEqual(rungIn("worker")));
    await Promise.all(Array.from({ length: count }, () => encoded(engine, job())));
    expect([workers.started(), workers.running()]).toEqual([2 * count - 1, 2 * count - 1]);
    later.arrive();
    await vi.waitFor(() => expect(workers.running()).toBe(count));
    expect((await encoded(engine, job())).engine).toEqual(rungIn("worker"));
  });
});

describe("workers that fail at work", () => {
  test("one dies: the job is done by another", async () => {
    const workers = counted(dyingAtWork, createDefaultWorker);
    const engine = createEngine({ createWorker: workers.create, helloTimeoutMs: patientMs });
    expect((await encoded(engine, job())).engine).toEqual(rungIn("worker"));
    expect([workers.started(), workers.running()]).toEqual([2, 1]);
  });

  test("two die: the page does the job, and workers are still tried for the next", async () => {
    const workers = counted(dyingAtWork, dyingAtWork, createDefaultWorker);
    const engine = createEngine({ createWorker: workers.create, helloTimeoutMs: patientMs });
    expect((await encoded(engine, job())).engine).toEqual(rungIn("page"));
    expect((await encoded(engine, job())).engine).toEqual(rungIn("worker"));
  });

  test("one falls silent: it is ended and the job is done by another", async () => {
    const workers = counted(silentAtWork, createDefaultWorker);
    const engine = createEngine({ createWorker: workers.create, helloTimeoutMs: patientMs, silenceMarginMs: 0 });
    expect((await encoded(engine, job({ timeoutMs: 3_000 }))).engine).toEqual(rungIn("worker"));
  });

  test("two fall silent: the job ends as a timeout, and nobody is left running", async () => {
    const workers = counted(silentAtWork);
    const engine = createEngine({ createWorker: workers.create, helloTimeoutMs: patientMs, silenceMarginMs: 50 });
    expect(await engine.encode(job({ timeoutMs: 50 }))).toMatchObject({ status: "failed", failure: "timeout" });
    expect([workers.started(), workers.running()]).toEqual([2, 0]);
  });
});
