import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { inspectImage } from "../../../src/formats/inspect-image.js";
import { gifBytes } from "../../fixtures/bytes/gif.js";
import { exifSegment, jpegBytes } from "../../fixtures/bytes/jpeg.js";
import { pngBytes } from "../../fixtures/bytes/png.js";
import { svgBytes } from "../../fixtures/bytes/svg.js";
import { tiffBytes } from "../../fixtures/bytes/tiff.js";
import { webpBytes } from "../../fixtures/bytes/webp.js";
import { ascii, zeros } from "../../fixtures/bytes/write.js";
import { inspect } from "./check-headers.js";

test.each([
  ["nothing", zeros(0)],
  ["zeros", zeros(5_000)],
  ["text", ascii("just some words")],
  ["PDF", ascii("%PDF-1.7\n")],
  ["ZIP", ascii("PK\x03\x04")],
  ["JPEG 2000", ascii("\0\0\0\x0cjP  \r\n\x87\n")],
])("inspectImage: %s is not an image we know", async (_, bytes) => {
  expect(await inspect(bytes)).toBeUndefined();
});

test("inspectImage: agrees with libvips about every complete file the builders make", async () => {
  const files = [
    jpegBytes({ width: 33, height: 17, components: 3 }),
    jpegBytes({ segments: [exifSegment({ orientation: 6 })] }),
    pngBytes({ colourType: 6 }),
    gifBytes({ width: 30, height: 20, frames: 2, transparent: true }),
    webpBytes({ alpha: true }),
    tiffBytes({ orientation: 8 }),
    svgBytes(),
  ];
  for (const bytes of files) {
    const { data, info } = await sharp(bytes).autoOrient().raw().toBuffer({ resolveWithObject: true });
    expect(await inspect(bytes)).toMatchObject({ width: info.width, height: info.height });
    expect(data.length).toBe(info.width * info.height * info.channels);
  }
});

test("inspectImage: an aborted signal rejects with its reason, before or while reading", async () => {
  const reason = new Error("stop");
  await expect(inspectImage(new Blob([pngBytes()]), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const controller = new AbortController();
  const silent = new Blob([pngBytes()]);
  const never = { arrayBuffer: () => new Promise<ArrayBuffer>(() => {}) };
  vi.spyOn(silent, "slice").mockReturnValue(never as Blob);
  const pending = inspectImage(silent, { signal: controller.signal });
  controller.abort(reason);
  await expect(pending).rejects.toBe(reason);
});

test("inspectImage: a file that cannot be read rejects with the browser's own error", async () => {
  const gone = new DOMException("The file was moved", "NotReadableError");
  const file = new Blob([pngBytes()]);
  vi.spyOn(file, "slice").mockReturnValue({ arrayBuffer: () => Promise.reject(gone) } as unknown as Blob);
  await expect(inspectImage(file)).rejects.toBe(gone);
});
