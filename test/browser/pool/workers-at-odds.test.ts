/** A worker that is not the one the page was built with, or that cannot be loaded: the work is done on the page. */
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createDefaultWorker } from "../../../src/pool/default-worker.js";
import { createPool, type Pool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import { VERSION } from "../../../src/shared/version.js";
import { patientMs, strategyIn } from "../../fixtures/canvas/encoders.js";
import { busy, canvasFile } from "../../fixtures/canvas/files.js";
import { counted, outdated } from "../../fixtures/canvas/workers.js";

let file: Blob;
beforeAll(async () => {
  file = await canvasFile({ width: 640, height: 480 }, busy);
});
beforeEach(() => void vi.restoreAllMocks());

const backendOf = async (pool: Pool) => (await prepareWith(pool, file, { box: { width: 320, height: 240 } })).engine;

test("createWorker: of another version: it gets no job and is ended, and the console names both versions", async () => {
  const warned = vi.spyOn(console, "warn").mockImplementation(() => {});
  const workers = counted(outdated);
  const pool = createPool({ createWorker: workers.create, helloTimeoutMs: patientMs });
  expect(await backendOf(pool)).toEqual(strategyIn("page"));
  expect(workers.running()).toBe(0);
  const warnings = warned.mock.calls.map(([text]) => String(text)).filter((text) => text.includes("vision-dropzone"));
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain(VERSION);
  expect(warnings[0]).toContain("0.0.1");
});

test("createWorker: its file no longer exists, as after a deploy: createWorker rejects", async () => {
  let tried = 0;
  const createWorker = async (): Promise<Worker> => {
    tried++;
    throw new TypeError("Failed to fetch dynamically imported module");
  };
  const pool = createPool({ createWorker });
  expect(await backendOf(pool)).toEqual(strategyIn("page"));
  const before = tried;
  expect(await backendOf(pool)).toEqual(strategyIn("page"));
  expect(tried).toBe(before);
});

test("createWorker: a worker that comes as a promise", async () => {
  const pool = createPool({ createWorker: async () => createDefaultWorker(), helloTimeoutMs: patientMs });
  expect(await backendOf(pool)).toEqual(strategyIn("worker"));
});

test("createWorker: aborted before its file has loaded: ended when it loads, and the next one works", async () => {
  const workers = counted();
  let arrive = () => {};
  const loading = new Promise<void>((resolve) => (arrive = resolve));
  const createWorker = async () => {
    await loading;
    return workers.create();
  };
  const pool = createPool({ createWorker, helloTimeoutMs: patientMs });
  const controller = new AbortController();
  const waiting = prepareWith(pool, file, { signal: controller.signal });
  controller.abort("enough");
  await expect(waiting).rejects.toBe("enough");
  arrive();
  expect(await backendOf(pool)).toEqual(strategyIn("worker"));
  expect(workers.running()).toBe(1);
});
