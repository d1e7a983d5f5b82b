import { describe, expect, test } from "vitest";
import { encodeOnPage } from "../../../src/pixels/encode-on-page.js";
import { encoded } from "../../fixtures/canvas/encoders.js";
import { busy, canvasFile, colourAt, halfTransparent, quadrants, quadrantsOf } from "../../fixtures/canvas/files.js";
import { jobFor, type JobRequest } from "../../fixtures/canvas/jobs.js";
import { forTheBrowser, quantizationTables, withOrientation } from "../../fixtures/canvas/jpeg-parts.js";

/** The page is made what old Safari is: it has no OffscreenCanvas. */
const { OffscreenCanvas } = globalThis;

/** Files are made, and results read, with the canvas that the pipeline must do without. */
async function withoutOffscreenCanvas<T>(run: () => Promise<T>): Promise<T> {
  Reflect.deleteProperty(globalThis, "OffscreenCanvas");
  try {
    return await run();
  } finally {
    globalThis.OffscreenCanvas = OffscreenCanvas;
  }
}
const encode = (file: Blob, request: JobRequest) =>
  withoutOffscreenCanvas(() => encoded(encodeOnPage, jobFor(file, request)));
const size = (width: number, height: number) => ({ width, height });

async function pixelsOf(blob: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(blob);
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d")!;
  context.drawImage(bitmap, 0, 0);
  return context.getImageData(0, 0, bitmap.width, bitmap.height);
}

describe("compression library: without OffscreenCanvas", () => {
  test("an image element decodes, on the page, and the outcome says so", async () => {
    const source = size(1600, 1200);
    const outcome = await encode(await forTheBrowser(await canvasFile(source, busy)), {
      source,
      target: size(1280, 960),
    });
    expect(outcome).toMatchObject({ backend: "page:image-element", width: 1280, height: 960, alpha: false });
  });

  test("where that fails, the compression library does", async () => {
    const source = size(1600, 1200);
    const file = await forTheBrowser(await canvasFile(source, busy));
    // The library makes a bitmap where it can; in WebKit it uses an element itself.
    const { createObjectURL } = URL;
    let asked = 0;
    URL.createObjectURL = (blob) => (asked++ === 0 ? "about:blank#no-picture" : createObjectURL.call(URL, blob));
    try {
      const outcome = await encode(file, { source, target: size(1280, 960) });
      expect(outcome).toMatchObject({ backend: "page:compression-library", width: 1280, height: 960, alpha: false });
    } finally {
      URL.createObjectURL = createObjectURL;
    }
  });

  test.each(["a picture", "what is no picture"])("its canvases and bitmaps are given back after %s", async (what) => {
    const source = size(640, 480);
    const file =
      what === "a picture"
        ? await forTheBrowser(await canvasFile(source, busy))
        : new Blob(["only words"], { type: "image/png" });
    const made: { width: number }[] = [];
    const platform = {
      createElement: document.createElement.bind(document),
      createImageBitmap: globalThis.createImageBitmap.bind(globalThis),
      createObjectURL: URL.createObjectURL.bind(URL),
    };
    document.createElement = (name: string) => {
      const element = platform.createElement(name);
      if (element instanceof HTMLCanvasElement) made.push(element);
      return element;
    };
    globalThis.createImageBitmap = async (...given: unknown[]) => {
      const bitmap = await platform.createImageBitmap(...(given as [Blob]));
      made.push(bitmap);
      return bitmap;
    };
    let asked = 0;
    URL.createObjectURL = (blob) => (asked++ === 0 ? "about:blank#no-picture" : platform.createObjectURL(blob));
    try {
      const outcome = await withoutOffscreenCanvas(() =>
        encodeOnPage(jobFor(file, { source, target: size(320, 240) })),
      );
      expect(outcome).toMatchObject({
        status: what === "a picture" ? "encoded" : "failed",
        backend: "page:compression-library",
      });
    } finally {
      document.createElement = platform.createElement;
      globalThis.createImageBitmap = platform.createImageBitmap;
      URL.createObjectURL = platform.createObjectURL;
    }
    if (what === "a picture") expect(made.length).toBeGreaterThan(1);
    expect(made.map(({ width }) => width)).toEqual(made.map(() => 0));
  });

  test("where nothing ever answers, the time limit ends it", async () => {
    const file = await forTheBrowser(await canvasFile(size(40, 30), quadrants));
    const platform = { createImageBitmap: globalThis.createImageBitmap.bind(globalThis), Image: globalThis.Image };
    globalThis.createImageBitmap = () => new Promise<never>(() => {});
    // An element that accepts a source and never fires an event.
    globalThis.Image = class extends platform.Image {
      override set src(_: string) {}
    };
    try {
      const outcome = await withoutOffscreenCanvas(() =>
        encodeOnPage(jobFor(file, { source: size(40, 30), timeoutMs: 300 })),
      );
      expect(outcome).toMatchObject({ status: "failed", failure: "timeout", backend: "page:compression-library" });
    } finally {
      Object.assign(globalThis, platform);
    }
  });

  test("sides are exact where the library would truncate them, and a line a pixel wide is possible", async () => {
    for (const [source, target] of [
      [size(1366, 768), size(1280, 720)],
      [size(1, 5000), size(1, 960)],
    ] as const) {
      const { blob } = await encode(await canvasFile(source, quadrants, "image/png"), { source, target });
      const pixels = await pixelsOf(blob);
      expect([pixels.width, pixels.height]).toEqual([target.width, target.height]);
    }
  });

  test("quality is as requested, although the result is larger than the original", async () => {
    const source = size(800, 600);
    const file = await canvasFile(source, busy, "image/jpeg", 0.2).then(forTheBrowser);
    const { blob } = await encode(file, { source });
    expect(blob.size).toBeGreaterThan(file.size);
    expect(await quantizationTables(blob)).toEqual(
      await quantizationTables(await canvasFile(source, busy, "image/jpeg", 0.85)),
    );
  });

  test("transparency is laid on the background of the job", async () => {
    const source = size(400, 300);
    const file = await canvasFile(source, halfTransparent, "image/png");
    const outcome = await encode(file, { source, target: size(200, 150), output: { background: "#00f" } });
    expect(outcome.alpha).toBe(true);
    const pixels = await pixelsOf(outcome.blob);
    expect([colourAt(pixels, 0.25, 0.5), colourAt(pixels, 0.75, 0.5)]).toEqual(["#f00", "#00f"]);
  });

  test("orientation is applied once", async () => {
    const file = await withOrientation(await forTheBrowser(await canvasFile(size(160, 120), quadrants)), 6);
    const { blob } = await encode(file, { source: size(120, 160), orientation: 6, target: size(60, 80) });
    expect(quadrantsOf(await pixelsOf(blob))).toBe("#00f #f00 #ff0 #0f0");
  });

  test("a file that is no picture is undecodable", async () => {
    const file = new Blob(["only words"], { type: "image/png" });
    const outcome = await withoutOffscreenCanvas(() => encodeOnPage(jobFor(file, { source: size(10, 10) })));
    expect(outcome).toMatchObject({ status: "failed", failure: "undecodable", backend: "page:compression-library" });
  });

  test("an aborted job does not start", async () => {
    const file = await canvasFile(size(10, 10), quadrants);
    const job = jobFor(file, { source: size(10, 10), signal: AbortSignal.abort() });
    await expect(withoutOffscreenCanvas(() => encodeOnPage(job))).rejects.toMatchObject({ name: "AbortError" });
  });
});
