import { expect, test, vi } from "vitest";
import type { SentMediaType } from "../../../src/shared/types.js";
import { optimiseHuffman } from "../../../src/jpeg-codec/huffman/optimise-huffman.js";
import { type JpegWriter, writePicture } from "../../../src/pixels/encoders/write-picture.js";
import { busy, canvasFile, pixelsOf } from "../../fixtures/canvas/files.js";

const isFirefox = navigator.userAgent.includes("Firefox/");
/** Chromium's and WebKit's own tables are the best already; what goes is their profile. */
const SRGB_PROFILE_BYTES = 456;

/** Windows on a desktop: bars and text on plain ground. */
const screenshot: typeof busy = (context, { width, height }) => {
  context.fillStyle = "#f4f5f7";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "#24292f";
  context.fillRect(0, 0, width, 32);
  context.fillRect(0, 32, 180, height);
  context.font = "13px sans-serif";
  for (let y = 60; y < height; y += 22) {
    context.fillStyle = "#e6edf3";
    context.fillText(`Item ${y}`, 16, y);
    context.fillStyle = y % 44 === 16 ? "#0969da" : "#1f2328";
    if (y % 110 < 88) context.fillText("const total = items.reduce((sum, { price }) => sum + price, 0);", 200 + (y % 66), y);
  }
};

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

// From 0.9 on Firefox writes the colours at full resolution, too.
test.each([
  { of: "a screenshot", paint: screenshot, size: { width: 1280, height: 960 }, quality: 0.85, leastPercent: 3 },
  { of: "a busy picture of odd sides", paint: busy, size: { width: 701, height: 333 }, quality: 0.85, leastPercent: 5 },
  { of: "a busy picture in 4:4:4", paint: busy, size: { width: 701, height: 333 }, quality: 1, leastPercent: 5 },
])("a canvas' own JPEG of $of keeps its pixels", async ({ paint, size, quality, leastPercent }) => {
  const file = await canvasFile(size, paint, "image/jpeg", quality);
  const before = await bytesOf(file);
  const after = optimiseHuffman(before);
  const [old, recoded] = [await pixelsOf(file), await pixelsOf(new Blob([after], { type: "image/jpeg" }))];
  expect([recoded.width, recoded.height]).toEqual([old.width, old.height]);
  expect(recoded.data.every((level, at) => level === old.data[at])).toBe(true);
  const savedPercent = 100 * (1 - after.length / before.length);
  if (isFirefox) expect(savedPercent).toBeGreaterThan(leastPercent);
  else expect(before.length - after.length).toBeGreaterThanOrEqual(SRGB_PROFILE_BYTES);
});

interface Written {
  what: string;
  isOurs: boolean;
  quality?: number;
  translucent?: boolean;
  colourSpace?: PredefinedColorSpace;
  mediaType?: SentMediaType;
}

test.each<Written>([
  { what: "an opaque picture", isOurs: true },
  { what: "one of a quality at which a canvas may leave colours at full resolution", quality: 0.9, isOurs: false },
  { what: "one with transparent pixels, to be laid on something", translucent: true, isOurs: true },
  { what: "one of other colours, to be converted", colourSpace: "display-p3", isOurs: true },
  { what: "another format", mediaType: "image/png", isOurs: false },
])("$what: by our own encoder: $isOurs", async ({ isOurs, quality = 0.89, translucent = false, colourSpace = "srgb", mediaType = "image/jpeg" }) => {
  const own = Uint8Array.of(1, 2, 3);
  const write = vi.fn<JpegWriter>(async () => own);
  const picture = { width: 4, height: 4, pixels: new Uint8ClampedArray(64).fill(255) };
  const output = { mediaType, quality, background: "#ffffff" };
  const bytes = await writePicture(picture, { output, translucent, colourSpace, reuse: false }, write);
  expect(write).toHaveBeenCalledTimes(isOurs ? 1 : 0);
  expect(bytes === own).toBe(isOurs);
});

test("where our own cannot run, a canvas encodes", async () => {
  const picture = { width: 4, height: 4, pixels: new Uint8ClampedArray(64).fill(255) };
  const output = { mediaType: "image/jpeg", quality: 0.85, background: "#ffffff" } as const;
  const bytes = await writePicture(picture, { output, translucent: false, colourSpace: "srgb", reuse: false }, async () => undefined);
  expect([...bytes.subarray(0, 2), ...bytes.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
});
