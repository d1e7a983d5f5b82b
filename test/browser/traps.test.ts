/** Traps of the platform, by number (see test/traps.md), tested through the public API in each browser. */
import { afterEach, describe, expect, test } from "vitest";
import { server } from "vitest/browser";
import { prepareImage, type Orientation } from "../../src/core.js";
import { ImageError } from "../../src/shared/errors.js";
import { makeBitmap } from "../../src/pixels/decoders/make-bitmap.js";
import { canvasFile, colourAt, pixelsOf, quadrants, quadrantsOf } from "../fixtures/canvas/files.js";
import { UPRIGHT, withOrientation } from "../fixtures/canvas/jpeg-parts.js";
import { forbidden } from "../fixtures/canvas/workers.js";

const decoded = async (...given: Parameters<typeof prepareImage>) => pixelsOf((await prepareImage(...given)).blob);

test("T13: an encoder that does not know the requested type is noticed: the bytes match their type, or the file is rejected", async () => {
  const file = await canvasFile({ width: 1600, height: 1200 }, quadrants);
  const outcome = await prepareImage(file, { mediaType: "image/webp" }).catch((error: unknown) => error);
  if (outcome instanceof ImageError) return expect(outcome.code).toBe("image-unencodable");
  const { blob, mediaType, base64 } = outcome as Awaited<ReturnType<typeof prepareImage>>;
  expect([mediaType, blob.type]).toEqual(["image/webp", "image/webp"]);
  expect(atob(base64.slice(0, 16)).slice(8, 12)).toBe("WEBP");
});

test("T17: transparency becomes the background, never black; a picture that is opaque all over stays as it is", async () => {
  const half = await canvasFile(
    { width: 1600, height: 1200 },
    (context, { width, height }) => {
      context.fillStyle = "#f00";
      context.fillRect(0, 0, width / 2, height);
    },
    "image/png",
  );
  expect(colourAt(await decoded(half), 0.75, 0.5)).toBe("#fff");
  expect(colourAt(await decoded(half, { background: "#00ff00" }), 0.75, 0.5)).toBe("#0f0");
  const { mediaType, changes } = await prepareImage(
    await canvasFile({ width: 1600, height: 1200 }, quadrants, "image/png"),
  );
  expect(mediaType).toBe("image/jpeg");
  expect(changes.map(({ code }) => code)).not.toContain("flattened");
});

test("T18: fine lines become an even grey in every browser, whatever its canvas does when asked to smooth", async () => {
  const stripes = await canvasFile(
    { width: 4030, height: 400 },
    (context, { width, height }) => {
      context.fillStyle = "#fff";
      context.fillRect(0, 0, width, height);
      context.fillStyle = "#000";
      for (let x = 0; x < width; x += 2) context.fillRect(x, 0, 1, height);
    },
    "image/png",
  );
  const { data, width } = await decoded(stripes, { box: { width: 1280, height: 960 }, mediaType: "image/png" });
  // One line, without its ends, where a kernel has less to go by.
  const levels = Array.from({ length: width - 40 }, (_, x) => data[(20 + x) * 4]!);
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  const deviation = Math.sqrt(levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / levels.length);
  expect(mean).toBeGreaterThan(100);
  expect(mean).toBeLessThan(200);
  // One plain drawImage leaves stripes of 20 levels and more.
  expect(deviation).toBeLessThan(8);
});

describe("T19: a file that is made of several parts is taken, which Firefox's createImageBitmap does not do", () => {
  const platform = Object.getOwnPropertyDescriptor(globalThis, "ImageDecoder");
  afterEach(() => {
    if (platform) Object.defineProperty(globalThis, "ImageDecoder", platform);
  });

  test.each([
    { how: "by whatever decodes here", prepare: () => ({}) },
    {
      how: "by createImageBitmap",
      prepare() {
        Reflect.deleteProperty(globalThis, "ImageDecoder");
        return { createWorker: forbidden };
      },
    },
  ])("$how", async ({ prepare }) => {
    const whole = await canvasFile({ width: 1600, height: 1200 }, quadrants);
    const bytes = await whole.arrayBuffer();
    const inParts = new File([bytes.slice(0, 2), bytes.slice(2, 1000), bytes.slice(1000)], "parts.jpg", {
      type: "image/jpeg",
    });
    expect(quadrantsOf(await decoded(inParts, prepare()))).toBe("#f00 #0f0 #00f #ff0");
  });

  test("a bitmap is made of it, in Firefox by a second try", async () => {
    const bytes = await (await canvasFile({ width: 64, height: 48 }, quadrants)).arrayBuffer();
    const inParts = new Blob([bytes.slice(0, 2), bytes.slice(2)], { type: "image/jpeg" });
    const directly = await createImageBitmap(inParts).then(
      (bitmap) => bitmap.width,
      () => "refused",
    );
    expect(directly).toBe(server.browser === "firefox" ? "refused" : 64);
    const bitmap = await makeBitmap(inParts, "image/jpeg", { timeoutMs: 20_000 });
    expect([bitmap.width, bitmap.height]).toEqual([64, 48]);
    bitmap.close();
  });
});

describe("T20, T21: EXIF orientation is applied once, also where the picture is resampled in pieces", () => {
  const stored = canvasFile({ width: 3200, height: 1600 }, quadrants);

  test.each(Object.entries(UPRIGHT))("orientation %s", async (orientation, shown) => {
    const rotated = Number(orientation) >= 5;
    const { blob, width, height } = await prepareImage(
      await withOrientation(await stored, Number(orientation) as Orientation),
    );
    expect([width, height]).toEqual(rotated ? [480, 960] : [1280, 640]);
    const pixels = await pixelsOf(blob);
    expect([pixels.width, pixels.height]).toEqual([width, height]);
    expect(quadrantsOf(pixels)).toBe(shown);
  });
});
