import { describe, expect, test } from "vitest";
import type { Size } from "../../../src/shared/types.js";
import { exportBlob, makeSurface } from "../../../src/pixels/canvas.js";
import { imageBitmapHalf } from "../../../src/pixels/decoders/image-bitmap-half.js";
import { UNPROBED } from "../../../src/pixels/probes/capabilities.js";
import { halvingExcess } from "../../../src/pixels/probes/halving-excess.js";
import { canvasRows, wholeAxes } from "../../../src/pixels/resample/canvas-rows.js";
import { loadKernel } from "../../../src/pixels/resample/load-kernel.js";
import { resample } from "../../../src/pixels/resample/resample.js";

/** Rings that get finer outwards, up to the finest a grid can hold: whatever a resampler does wrong shows as new rings. */
function zonePlate({ width, height }: Size): ImageData {
  const image = new ImageData(width, height);
  const finest = Math.PI / Math.hypot(width, height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const level = 127.5 + 127.5 * Math.cos(finest * ((x - width / 2) ** 2 + (y - height / 2) ** 2));
      image.data.fill(level, at, at + 3);
      image.data[at + 3] = 255;
    }
  }
  return image;
}

/** The red channel by separable Lanczos3 in floating point, nothing rounded or halved on the way. */
function exactly({ data, width, height }: ImageData, to: Size): Float64Array {
  const weigh = (length: number, count: number, at: (source: number, target: number, weight: number) => void) => {
    const ratio = Math.max(length / count, 1);
    for (let target = 0; target < count; target++) {
      const weights = Array.from({ length }, (_, source) =>
        lanczos((source + 0.5 - (target + 0.5) * (length / count)) / ratio),
      );
      const sum = weights.reduce((total, weight) => total + weight, 0);
      weights.forEach((weight, source) => weight !== 0 && at(source, target, weight / sum));
    }
  };
  const rows = new Float64Array(to.width * height);
  weigh(width, to.width, (source, target, weight) => {
    for (let y = 0; y < height; y++) rows[y * to.width + target]! += weight * data[(y * width + source) * 4]!;
  });
  const result = new Float64Array(to.width * to.height);
  weigh(height, to.height, (source, target, weight) => {
    for (let x = 0; x < to.width; x++) result[target * to.width + x]! += weight * rows[source * to.width + x]!;
  });
  return result;
}

function lanczos(x: number): number {
  if (x === 0) return 1;
  return Math.abs(x) >= 3 ? 0 : (3 * Math.sin(Math.PI * x) * Math.sin((Math.PI * x) / 3)) / (Math.PI * x) ** 2;
}

/** Peak signal to noise ratio in decibels. */
function likeness(pixels: Uint8ClampedArray, exact: Float64Array): number {
  const squares = exact.reduce((sum, level, at) => sum + (Math.min(255, Math.max(0, level)) - pixels[at * 4]!) ** 2, 0);
  return 10 * Math.log10(255 ** 2 / (squares / exact.length));
}

async function resampled(image: ImageData, to: Size) {
  const bitmap = await createImageBitmap(image);
  const rows = canvasRows(bitmap, wholeAxes(image), to);
  const { pixels } = await resample(rows, to, await loadKernel());
  rows.release();
  bitmap.close();
  return pixels.slice();
}

describe("resampling a decoded picture", () => {
  test.each([
    {
      of: "2.9 times smaller, Lanczos alone, in several strips",
      from: { width: 2016, height: 1512 },
      to: { width: 700, height: 525 },
      least: 56,
    },
    {
      of: "6.3 times smaller, halved twice",
      from: { width: 2016, height: 1512 },
      to: { width: 320, height: 240 },
      least: 30,
    },
    {
      of: "6.3 times smaller, odd sides",
      from: { width: 2017, height: 1513 },
      to: { width: 320, height: 240 },
      least: 30,
    },
    {
      of: "12.6 times smaller, halved three times",
      from: { width: 2016, height: 1512 },
      to: { width: 160, height: 120 },
      least: 34,
    },
    { of: "not smaller at all", from: { width: 300, height: 200 }, to: { width: 300, height: 200 }, least: 200 },
  ])("$of: as Lanczos3 in floating point", async ({ from, to, least }) => {
    const image = zonePlate(from);
    expect(likeness(await resampled(image, to), exactly(image, to))).toBeGreaterThanOrEqual(least);
  });

  /** One colour everywhere; only the alpha differs. */
  function oneColour({ width, height }: Size, alphaAt: (x: number, y: number) => number): ImageData {
    const image = new ImageData(width, height);
    for (let at = 0; at < width * height; at++)
      image.data.set([200, 100, 52, alphaAt(at % width, Math.floor(at / width))], at * 4);
    return image;
  }

  test("where only the alpha differs, the colour stays", async () => {
    const image = oneColour({ width: 96, height: 8 }, (x) => [255, 64, 0][Math.floor(x / 32)]!);
    const pixels = await resampled(image, { width: 30, height: 2 });
    // In the middle of each third, away from the ringing at the edges.
    for (const [x, alpha] of [
      [5, 255],
      [15, 64],
    ] as const) {
      const [red, green, blue, cover] = pixels.slice(x * 4, x * 4 + 4);
      expect(cover).toBe(alpha);
      for (const apart of [red! - 200, green! - 100, blue! - 52]) expect(Math.abs(apart)).toBeLessThanOrEqual(4);
    }
    expect(pixels[25 * 4 + 3]).toBe(0);
  });

  test("a bitmap made at half the size is no brighter for it", async ({ skip }) => {
    const excess = await halvingExcess();
    skip(excess === undefined, "This browser does not average four pixels.");
    const [from, to] = [
      { width: 640, height: 480 },
      { width: 160, height: 120 },
    ];
    const surface = makeSurface(from);
    const image = new ImageData(from.width, from.height);
    // Each group of four has another sum, so that their means end in each of the four quarters.
    image.data.forEach((_, at) => (image.data[at] = at % 4 === 3 ? 255 : 100 + ((at * 7919) % 61)));
    surface.context.putImageData(image, 0, 0);
    const file = await exportBlob(surface, "image/png", 1);
    const timeLimit = { timeoutMs: 10_000 };
    const output = { mediaType: "image/jpeg", quality: 0.85, background: "#fff" } as const;
    const { rows, close } = await imageBitmapHalf.decode(
      { file, mediaType: "image/png", source: { ...from, orientation: 1 }, target: to, output, ...timeLimit },
      { capabilities: { ...UNPROBED, halvingExcess: excess }, timeLimit, frameIndex: 0 },
    );
    const { pixels } = await resample(rows, to, await loadKernel());
    const meanOf = (data: Uint8ClampedArray) =>
      data.reduce((sum, level, at) => sum + (at % 4 === 3 ? 0 : level), 0) / (data.length * 0.75);
    expect(Math.abs(meanOf(pixels) - meanOf(image.data))).toBeLessThan(0.2);
    close();
  });

  test("a band does not show through the next one", async () => {
    const size = { width: 1100, height: 4000 };
    const image = oneColour(size, (_, y) => (y < 1500 ? 255 : 0));
    const pixels = await resampled(image, { width: 11, height: 40 });
    const alphas = Array.from({ length: 40 }, (_, y) => pixels[(y * 11 + 5) * 4 + 3]!);
    expect([alphas[5], alphas[25], alphas[35]]).toEqual([255, 0, 0]);
  });
});
