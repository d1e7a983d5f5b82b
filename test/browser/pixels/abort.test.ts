import { beforeAll, describe, expect, test } from "vitest";
import type { EncodeJob } from "../../../src/pixels/encode-job.js";
import { createDefaultWorker } from "../../../src/pool/default-worker.js";
import { createEngine } from "../../../src/pool/pool.js";
import { encoded, patientMs, rungIn } from "../../fixtures/canvas/engines.js";
import { busy, canvasFile } from "../../fixtures/canvas/files.js";
import { jobFor } from "../../fixtures/canvas/jobs.js";
import { counted, forbidden, silentAtWork } from "../../fixtures/canvas/workers.js";

const source = { width: 640, height: 480 };
let file: Blob;
const job = (signal?: AbortSignal): EncodeJob => jobFor(file, { source, ...(signal && { signal }) });

beforeAll(async () => {
  file = await canvasFile(source, busy);
});

describe("abort", () => {
  test("before the start: rejects, and no worker is started for it", async () => {
    const workers = counted();
    const engine = createEngine({ createWorker: workers.create });
    await expect(engine.encode(job(AbortSignal.abort()))).rejects.toMatchObject({ name: "AbortError" });
    const reason = new Error("chosen by the caller");
    await expect(engine.encode(job(AbortSignal.abort(reason)))).rejects.toBe(reason);
    expect(workers.started()).toBe(0);
  });

  test("while waiting in line: rejects at once and leaves the others alone", async () => {
    const workers = counted(silentAtWork);
    const engine = createEngine({ createWorker: workers.create });
    for (let n = 0; n < engine.concurrency; n++) void engine.encode(job());
    const controller = new AbortController();
    const waiting = engine.encode(job(controller.signal));
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    expect(workers.running()).toBe(engine.concurrency);
  });

  test("while waiting in line: no worker is kept waiting for it", async () => {
    const engine = createEngine({ helloTimeoutMs: patientMs });
    const flying = Array.from({ length: engine.concurrency }, () => encoded(engine, job()));
    const controller = new AbortController();
    const waiting = Array.from({ length: engine.concurrency }, () => engine.encode(job(controller.signal)));
    controller.abort();
    await Promise.allSettled([...waiting, ...flying]);
    expect((await encoded(engine, job())).engine).toEqual(rungIn("worker"));
  });

  test("in flight: ends that worker, and the next job gets a new one", async () => {
    const workers = counted(silentAtWork, createDefaultWorker);
    const controller = new AbortController();
    const engine = createEngine({ createWorker: workers.create, helloTimeoutMs: patientMs });
    const flying = engine.encode(job(controller.signal));
    controller.abort();
    await expect(flying).rejects.toMatchObject({ name: "AbortError" });
    expect([workers.started(), workers.running()]).toEqual([1, 0]);
    expect((await encoded(engine, job())).engine).toEqual(rungIn("worker"));
    expect(workers.started()).toBe(2);
  });

  test("in flight on the page: rejects, and the next job is done", async () => {
    const engine = createEngine({ createWorker: forbidden });
    const controller = new AbortController();
    const flying = engine.encode(job(controller.signal));
    const next = encoded(engine, job());
    await Promise.resolve();
    controller.abort();
    await expect(flying).rejects.toMatchObject({ name: "AbortError" });
    expect((await next).engine).toEqual(rungIn("page"));
  });

  test("after the end: nothing happens, and the worker goes on being used", async () => {
    const workers = counted();
    const engine = createEngine({ createWorker: workers.create, helloTimeoutMs: patientMs });
    const controller = new AbortController();
    await encoded(engine, job(controller.signal));
    controller.abort();
    await encoded(engine, job());
    expect([workers.started(), workers.running()]).toEqual([1, 1]);
  });
});
