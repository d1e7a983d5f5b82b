/** What a worker does before there is work. Run on the page, where it can be watched; the code is the worker's. */
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { capabilities } from "../../../src/pixels/probes/capabilities.js";
import { createDefaultWorker } from "../../../src/pool/default-worker.js";
import { WORKER_HOOKS } from "../../../src/pool/in-worker.js";
import { createEngine } from "../../../src/pool/pool.js";
import { createRehearsal, rehearse } from "../../../src/pool/rehearsal.js";
import { rehearsalPicture } from "../../../src/pool/rehearsal-picture.js";
import type { JpegWriter } from "../../../src/pixels/encoders/write-picture.js";
import { encoded, patientMs } from "../../fixtures/canvas/engines.js";
import { busy, canvasFile } from "../../fixtures/canvas/files.js";
import { jobFor } from "../../fixtures/canvas/jobs.js";

const Platform = OffscreenCanvas;
const exported = vi.spyOn(Platform.prototype, "convertToBlob");
const canvases: OffscreenCanvas[] = [];
const patience = { timeoutMs: patientMs };

beforeAll(async () => {
  // Its trials export pictures, too.
  await capabilities();
});
beforeEach(() => {
  exported.mockClear();
  canvases.length = 0;
  globalThis.OffscreenCanvas = class extends Platform {
    constructor(width: number, height: number) {
      super(width, height);
      if (width * height > 1) canvases.push(this);
    }
  };
});
afterEach(() => {
  globalThis.OffscreenCanvas = Platform;
});

describe("the picture", () => {
  test("is a JPEG of a photo's size that decodes whole, from a canvas of sixteen rows", async () => {
    const picture = await rehearsalPicture({ width: 4032, height: 3024 }, patience);
    expect(canvases.map(({ width, height }) => [width, height])).toEqual([[0, 0]]);
    const bitmap = await createImageBitmap(picture);
    expect([bitmap.width, bitmap.height]).toEqual([4032, 3024]);
    const strip = new Platform(8, 3024).getContext("2d", { willReadFrequently: true })!;
    strip.drawImage(bitmap, 2000, 0, 8, 3024, 0, 0, 8, 3024);
    bitmap.close();
    const { data } = strip.getImageData(0, 0, 8, 3024);
    const band = 16 * 8 * 4;
    const levels = Array.from({ length: 3024 / 16 }, (_, at) => data.subarray(at * band, (at + 1) * band).reduce((sum, level) => sum + level, 0) / band);
    // Each band is the same one. Decoders smooth the colours across the border.
    expect(Math.max(...levels) - Math.min(...levels)).toBeLessThan(2);
    expect(levels[0]).toBeGreaterThan(64);
  });
});

describe("the rehearsal", () => {
  test("makes whole pictures, and keeps no canvas, as a photo does", async () => {
    const written = vi.spyOn(WORKER_HOOKS, "writeJpeg");
    await rehearse(new AbortController().signal);
    const files = await Promise.all(written.mock.results.map(({ value }) => value as ReturnType<JpegWriter>));
    written.mockRestore();
    expect(files).toHaveLength(2);
    expect(files.every((file) => file && file.length > 1_000)).toBe(true);
    // The band that the picture is made of.
    expect(exported).toHaveBeenCalledTimes(1);
    expect(canvases.map(({ width }) => width)).toEqual(canvases.map(() => 0));
  });

  test("ends when a picture comes, before it has drawn one of its own", async () => {
    const earnest = new AbortController();
    exported.mockImplementationOnce(function (this: OffscreenCanvas, ...how) {
      earnest.abort();
      return this.convertToBlob(...how);
    });
    const written = vi.spyOn(WORKER_HOOKS, "writeJpeg");
    await rehearse(earnest.signal);
    expect(written).not.toHaveBeenCalled();
    written.mockRestore();
    // The band, whose export stands in for itself.
    expect(exported).toHaveBeenCalledTimes(2);
    expect(canvases.map(({ width }) => width)).toEqual(canvases.map(() => 0));
  });

  test("is over for who waits for its end, and may begin again", async () => {
    const log: string[] = [];
    const rehearsal = createRehearsal(
      (signal) =>
        new Promise((resolve) => {
          log.push("begins");
          signal.addEventListener("abort", () => {
            log.push("ends");
            resolve();
          });
        }),
    );
    await rehearsal.end();
    for (let turn = 0; turn < 2; turn++) {
      rehearsal.begin();
      await rehearsal.end();
      log.push("is over");
    }
    expect(log).toEqual(["begins", "ends", "is over", "begins", "ends", "is over"]);
  });
});

describe("warming the pool", () => {
  /** Real workers, what they are told noted down. */
  function overheard() {
    const told: string[] = [];
    /** Of each worker. */
    const toldFirst: string[] = [];
    const create = () => {
      const worker = createDefaultWorker();
      let isFirst = true;
      const post = worker.postMessage.bind(worker);
      worker.postMessage = (message: { type: string }) => {
        told.push(message.type);
        if (isFirst) toldFirst.push(message.type);
        isFirst = false;
        post(message);
      };
      return worker;
    };
    return { told, toldFirst, engine: createEngine({ createWorker: create, helloTimeoutMs: patientMs, idleMs: 1_000 }) };
  }
  const source = { width: 900, height: 700 };
  const photo = async () => jobFor(await canvasFile(source, busy), { source, target: { width: 640, height: 498 } });

  test("has each worker rehearse once, when it has nothing to do", async () => {
    const { told, engine } = overheard();
    engine.warm();
    await vi.waitFor(() => expect(told).toEqual(Array.from({ length: engine.concurrency }, () => "rehearse")), { timeout: patientMs });
    engine.warm();
    expect(told).toHaveLength(engine.concurrency);
  });

  test("a job comes first", async () => {
    const { toldFirst, engine } = overheard();
    const job = await photo();
    engine.warm();
    const jobs = Array.from({ length: engine.concurrency }, async () => engine.encode(job));
    await Promise.all(jobs);
    expect(toldFirst).toEqual(jobs.map(() => "encode"));
  });

  test("nobody rehearses who was not warmed", async () => {
    const { told, engine } = overheard();
    await engine.encode(await photo());
    expect(told).toEqual(["encode"]);
  });

  test("leaves no trace in the pictures that come while it goes on", async () => {
    const job = await photo();
    const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer()).join();
    const cold = await bytesOf((await encoded(createEngine({ helloTimeoutMs: patientMs }), job)).blob);
    for (const delayMs of [0, 60, 120, 240]) {
      const engine = createEngine({ helloTimeoutMs: patientMs, idleMs: 1_000 });
      engine.warm();
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      const outcomes = await Promise.all(Array.from({ length: engine.concurrency }, () => encoded(engine, job)));
      for (const { blob } of outcomes) expect(await bytesOf(blob)).toBe(cold);
    }
  });
});
