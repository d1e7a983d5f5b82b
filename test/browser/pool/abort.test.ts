import { beforeAll, describe, expect, test } from "vitest";
import { createDefaultWorker } from "../../../src/pool/default-worker.js";
import { createPool, type Pool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import type { ToWorker } from "../../../src/pool/protocol.js";
import { patientMs, strategyIn } from "../../fixtures/canvas/encoders.js";
import { busy, canvasFile } from "../../fixtures/canvas/files.js";
import { counted, forbidden, silentAtWork, unreading } from "../../fixtures/canvas/workers.js";

let file: Blob;
const prepared = (pool: Pool, signal?: AbortSignal) =>
  prepareWith(pool, file, { box: { width: 320, height: 240 }, signal });

beforeAll(async () => {
  file = await canvasFile({ width: 640, height: 480 }, busy);
});

describe("abort", () => {
  test("before the start: rejects, and no worker is started for it", async () => {
    const workers = counted();
    const pool = createPool({ createWorker: workers.create });
    await expect(prepared(pool, AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
    const reason = new Error("chosen by the caller");
    await expect(prepared(pool, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(workers.started()).toBe(0);
  });

  test("while waiting in the queue: rejects at once and leaves the others alone", async () => {
    const workers = counted(silentAtWork);
    const pool = createPool({ createWorker: workers.create });
    const others = new AbortController();
    const flying = Array.from({ length: pool.concurrency }, () => prepared(pool, others.signal));
    const controller = new AbortController();
    const waiting = prepared(pool, controller.signal);
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ name: "AbortError" });
    expect(workers.running()).toBe(pool.concurrency);
    others.abort();
    await Promise.allSettled(flying);
  });

  test("while waiting in the queue: no worker is kept waiting for it", async () => {
    const pool = createPool({ helloTimeoutMs: patientMs });
    const flying = Array.from({ length: pool.concurrency }, () => prepared(pool));
    const controller = new AbortController();
    const waiting = Array.from({ length: pool.concurrency }, () => prepared(pool, controller.signal));
    controller.abort();
    await Promise.allSettled([...waiting, ...flying]);
    expect((await prepared(pool)).engine).toEqual(strategyIn("worker"));
  });

  test.each([
    { when: "before its worker has said hello", create: silentAtWork, atMessage: undefined },
    { when: "while its file is read", create: unreading, atMessage: "prepare" },
    { when: "while it is decoded", create: silentAtWork, atMessage: "go" },
  ])("in flight, $when: ends that worker, and the next job gets a new one", async ({ create, atMessage }) => {
    const controller = new AbortController();
    const first = () => {
      const worker = create();
      const post = worker.postMessage.bind(worker);
      worker.postMessage = (message: ToWorker) => {
        post(message);
        if (message.type === atMessage) controller.abort();
      };
      return worker;
    };
    const workers = counted(first, createDefaultWorker);
    const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs });
    const flying = prepared(pool, controller.signal);
    if (!atMessage) controller.abort();
    await expect(flying).rejects.toMatchObject({ name: "AbortError" });
    expect([workers.started(), workers.running()]).toEqual([1, 0]);
    expect((await prepared(pool)).engine).toEqual(strategyIn("worker"));
    expect(workers.started()).toBe(2);
  });

  test("in flight on the page: rejects, and the next job is done", async () => {
    const pool = createPool({ createWorker: forbidden });
    const controller = new AbortController();
    const flying = prepared(pool, controller.signal);
    const next = prepared(pool);
    await Promise.resolve();
    controller.abort();
    await expect(flying).rejects.toMatchObject({ name: "AbortError" });
    expect((await next).engine).toEqual(strategyIn("page"));
  });

  test("after the end: nothing happens, and the worker goes on being used", async () => {
    const workers = counted();
    const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs });
    const controller = new AbortController();
    await prepared(pool, controller.signal);
    controller.abort();
    await prepared(pool);
    expect([workers.started(), workers.running()]).toEqual([1, 1]);
  });
});
