import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { encodeOnPage } from "../../../src/pixels/encode-on-page.js";
import { canvasFile, quadrants } from "../../fixtures/canvas/files.js";
import { jobFor } from "../../fixtures/canvas/jobs.js";
import { forTheBrowser } from "../../fixtures/canvas/jpeg-parts.js";

const source = { width: 40, height: 30 };
const platform = {
  createImageBitmap: globalThis.createImageBitmap.bind(globalThis),
  OffscreenCanvas: globalThis.OffscreenCanvas,
};
const never = () => new Promise<never>(() => {});
const convertToBlob = OffscreenCanvas.prototype.convertToBlob;
/** WebKit has none. */
const decoder = (globalThis as { ImageDecoder?: { prototype: { decode: () => Promise<unknown> } } }).ImageDecoder
  ?.prototype;
const decode = decoder?.decode;

/** What is found out about a browser is asked once, and each probe would sit its own two seconds out. */
beforeAll(async () => {
  const file = await forTheBrowser(await canvasFile(source, quadrants));
  await encodeOnPage(jobFor(file, { source }));
});
afterEach(() => {
  Object.assign(globalThis, platform);
  platform.OffscreenCanvas.prototype.convertToBlob = convertToBlob;
  if (decoder && decode) decoder.decode = decode;
});

function hangDecoders(): void {
  globalThis.createImageBitmap = never;
  if (decoder) decoder.decode = never;
}

describe("timeout: a part of the browser that never answers", () => {
  // From 0.9 on a canvas writes JPEG, too.
  test.each([
    { part: "every decoder", backend: "page:image-bitmap", hang: hangDecoders },
    {
      part: "the encoder",
      backend: "page:image-bitmap",
      hang: () => (platform.OffscreenCanvas.prototype.convertToBlob = never),
    },
  ])("$part", async ({ hang, backend }) => {
    const job = jobFor(await forTheBrowser(await canvasFile(source, quadrants)), {
      source,
      timeoutMs: 300,
      output: { quality: 0.95 },
    });
    hang();
    expect(await encodeOnPage(job)).toMatchObject({ status: "failed", failure: "timeout", backend });
  });

  test.skipIf(!decoder)("only one of several strategies: the next one does the work", async () => {
    const file = await forTheBrowser(await canvasFile(source, quadrants));
    if (decoder) decoder.decode = never;
    expect(await encodeOnPage(jobFor(file, { source, timeoutMs: 1_500 }))).toMatchObject({
      status: "encoded",
      backend: "page:image-bitmap",
    });
  });

  test("and the page goes on to the next job", async () => {
    const file = await forTheBrowser(await canvasFile(source, quadrants));
    hangDecoders();
    const stuck = encodeOnPage(jobFor(file, { source, timeoutMs: 100 }));
    await stuck;
    Object.assign(globalThis, platform);
    if (decoder && decode) decoder.decode = decode;
    expect((await encodeOnPage(jobFor(file, { source }))).status).toBe("encoded");
  });
});
