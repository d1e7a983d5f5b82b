/** What a worker does before there is work. Run on the page, where it can be watched; the code is the worker's. */
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { capabilities } from "../../../src/engine/capabilities.js";
import { createEngine } from "../../../src/engine/pool.js";
import { warmUp } from "../../../src/engine/warm-up.js";
import { encoded, patientMs } from "../../fixtures/canvas/engines.js";
import { busy, canvasFile } from "../../fixtures/canvas/files.js";
import { jobFor } from "../../fixtures/canvas/jobs.js";

/** The picture drawn, and what was made of it. */
const EXPORTS = 4;
const exported = vi.spyOn(OffscreenCanvas.prototype, "convertToBlob");
const canvases: OffscreenCanvas[] = [];
const Platform = OffscreenCanvas;

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

describe("practice", () => {
  test("makes whole pictures, each of which succeeds, and gives back every canvas", async () => {
    await warmUp(new AbortController().signal);
    expect(exported).toHaveBeenCalledTimes(EXPORTS);
    expect(canvases.length).toBeGreaterThanOrEqual(EXPORTS);
    expect(canvases.map(({ width }) => width)).toEqual(canvases.map(() => 0));
  });

  test("ends when a picture comes, and gives back every canvas", async () => {
    const earnest = new AbortController();
    exported.mockImplementationOnce(function (this: OffscreenCanvas, ...how) {
      earnest.abort();
      return this.convertToBlob(...how);
    });
    await warmUp(earnest.signal);
    // The stand-in's own call is counted as well.
    expect(exported).toHaveBeenCalledTimes(2);
    expect(canvases.map(({ width }) => width)).toEqual(canvases.map(() => 0));
  });

  test("leaves no trace in the pictures that come while it goes on", async () => {
    const source = { width: 900, height: 700 };
    const job = jobFor(await canvasFile(source, busy), { source, target: { width: 640, height: 498 } });
    const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer()).join();
    const cold = await bytesOf((await encoded(createEngine({ helloTimeoutMs: patientMs }), job)).blob);
    for (const delayMs of [0, 40, 80, 160]) {
      const engine = createEngine({ helloTimeoutMs: patientMs, idleMs: 1_000 });
      engine.warm();
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      const outcomes = await Promise.all(Array.from({ length: engine.concurrency }, () => encoded(engine, job)));
      for (const { blob } of outcomes) expect(await bytesOf(blob)).toBe(cold);
    }
  });
});
