/** Where no worker may run, a tab behind another gives its canvases no time to encode: 20 photos took 22 s. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { prepareImage } from "vision-dropzone/core";
import { busy, canvasFile, colourAt, halfTransparent, pixelsOf } from "../../fixtures/canvas/files.js";
import { forbidden } from "../../fixtures/canvas/workers.js";

const size = { width: 2000, height: 1500 };
const never = (): Promise<never> => new Promise(() => {});

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "toBlob").mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

const hide = () => vi.spyOn(OffscreenCanvas.prototype, "convertToBlob").mockImplementation(never);

test("hidden tab: photos are encoded on the page by our own encoder, and wait for no canvas", async () => {
  const photo = await canvasFile(size, busy);
  const canvas = hide();
  const images = await Promise.all(Array.from({ length: 5 }, () => prepareImage(photo, { createWorker: forbidden })));
  expect(images.map(({ engine, width }) => [engine, width])).toEqual(images.map(() => ["page:jpeg-decoder", 1280]));
  expect(canvas).not.toHaveBeenCalled();
});

test("hidden tab: so are other formats and transparent pictures", async () => {
  const files = [await canvasFile(size, busy, "image/png"), await canvasFile(size, halfTransparent, "image/png")];
  const canvas = hide();
  const [opaque, clear] = await Promise.all(
    files.map((file) => prepareImage(file, { createWorker: forbidden, background: "#0f0" })),
  );
  expect(opaque).toMatchObject({ mediaType: "image/jpeg", width: 1280 });
  const pixels = await pixelsOf(clear!.blob);
  expect([colourAt(pixels, 0.25, 0.5), colourAt(pixels, 0.75, 0.5)]).toEqual(["#f00", "#0f0"]);
  expect(canvas).not.toHaveBeenCalled();
});
