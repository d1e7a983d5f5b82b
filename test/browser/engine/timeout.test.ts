import { afterEach, describe, expect, test } from "vitest";
import { onPage } from "../../fixtures/canvas/engines.js";
import { canvasFile, quadrants } from "../../fixtures/canvas/files.js";
import { jobFor } from "../../fixtures/canvas/jobs.js";

const source = { width: 40, height: 30 };
const platform = {
  createImageBitmap: globalThis.createImageBitmap.bind(globalThis),
  OffscreenCanvas: globalThis.OffscreenCanvas,
};
const never = () => new Promise<never>(() => {});
const convertToBlob = OffscreenCanvas.prototype.convertToBlob;

afterEach(() => {
  Object.assign(globalThis, platform);
  platform.OffscreenCanvas.prototype.convertToBlob = convertToBlob;
});

describe("a part of the browser that never answers ends as a timeout", () => {
  test.each([
    { part: "the decoder", engine: "page:image-bitmap", hang: () => (globalThis.createImageBitmap = never) },
    { part: "the encoder", engine: "page:image-bitmap", hang: () => (platform.OffscreenCanvas.prototype.convertToBlob = never) },
    {
      part: "the decoder, below the compression library",
      engine: "page:compression-library",
      hang() {
        Reflect.deleteProperty(globalThis, "OffscreenCanvas");
        globalThis.createImageBitmap = never;
      },
    },
  ])("$part", async ({ hang, engine }) => {
    // WebKit is never asked for a bitmap by the library, and so does not hang.
    const isSafari = !/Chrom|Firefox/.test(navigator.userAgent);
    const job = jobFor(await canvasFile(source, quadrants), { source, timeoutMs: 300 });
    hang();
    const outcome = await onPage.encode(job);
    if (isSafari && engine === "page:compression-library") expect(outcome.status).toBe("encoded");
    else expect(outcome).toMatchObject({ status: "failed", failure: "timeout", engine });
  });

  test("and the page goes on to the next job", async () => {
    const file = await canvasFile(source, quadrants);
    globalThis.createImageBitmap = never;
    const stuck = onPage.encode(jobFor(file, { source, timeoutMs: 100 }));
    await stuck;
    Object.assign(globalThis, platform);
    expect((await onPage.encode(jobFor(file, { source }))).status).toBe("encoded");
  });
});
