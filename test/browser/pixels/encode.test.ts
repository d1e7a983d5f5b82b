import { describe, expect, test } from "vitest";
import type { Orientation } from "../../../src/shared/types.js";
import { bmpBytes } from "../../fixtures/bytes/bmp.js";
import { gifBytes } from "../../fixtures/bytes/gif.js";
import { encoded, PLACES, strategyIn } from "../../fixtures/canvas/encoders.js";
import {
  busy,
  canvasFile,
  colourAt,
  halfTransparent,
  pixelsOf,
  quadrants,
  quadrantsOf,
} from "../../fixtures/canvas/files.js";
import { jobFor } from "../../fixtures/canvas/jobs.js";
import { forTheBrowser, quantizationTables, UPRIGHT, withOrientation } from "../../fixtures/canvas/jpeg-parts.js";

const size = (width: number, height: number) => ({ width, height });
const ORIENTATIONS: readonly Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

const DECODED = [
  { by: "ourselves", strategy: "jpeg-decoder", made: (file: Blob) => file },
  { by: "the browser", strategy: "image-", made: forTheBrowser },
];

describe.each(PLACES)("encoding in the $place", ({ place, encode }) => {
  test.each(DECODED)(
    "a 12 megapixel photo becomes a 1280x960 JPEG, decoded by $by, and the outcome names the strategy",
    async ({ made, strategy }) => {
      const source = size(4032, 3024);
      const outcome = await encoded(
        encode,
        jobFor(await canvasFile(source, busy).then(made), { source, target: size(1280, 960) }),
      );
      expect(outcome).toMatchObject({
        mediaType: "image/jpeg",
        width: 1280,
        height: 960,
        alpha: false,
        backend: expect.stringMatching(new RegExp(`^${place}:${strategy}`)),
      });
      expect(outcome.blob.type).toBe("image/jpeg");
      const pixels = await pixelsOf(outcome.blob);
      expect([pixels.width, pixels.height]).toEqual([1280, 960]);
    },
  );

  test.each(DECODED.flatMap((how) => ORIENTATIONS.map((orientation) => ({ ...how, orientation }))))(
    "EXIF orientation $orientation comes out upright, decoded by $by, with no rotation left",
    async ({ orientation, made }) => {
      const stored = await withOrientation(await canvasFile(size(160, 120), quadrants).then(made), orientation);
      const source = orientation >= 5 ? size(120, 160) : size(160, 120);
      const target = orientation >= 5 ? size(60, 80) : size(80, 60);
      const outcome = await encoded(encode, jobFor(stored, { source, orientation, target }));
      const pixels = await pixelsOf(outcome.blob);
      expect([pixels.width, pixels.height]).toEqual([target.width, target.height]);
      expect(quadrantsOf(pixels)).toBe(UPRIGHT[orientation]);
    },
  );

  test.each([5, 6, 7, 8] as const)(
    "orientation %i that the browser did not apply, as WebKit with a PNG, is applied here",
    async (orientation) => {
      const stored = await canvasFile(size(160, 120), quadrants, "image/png");
      const job = jobFor(stored, { source: size(120, 160), orientation, target: size(60, 80) });
      const { blob, width, height } = await encoded(encode, job);
      const pixels = await pixelsOf(blob);
      expect([width, height, pixels.width, pixels.height]).toEqual([60, 80, 60, 80]);
      expect(quadrantsOf(pixels)).toBe(UPRIGHT[orientation]);
    },
  );

  test("pictures encoded at once are not drawn into each other", async () => {
    const source = size(1200, 1600);
    const file = await canvasFile(source, quadrants, "image/png");
    const plain = await canvasFile(
      source,
      (context) => {
        context.fillStyle = "#fff";
        context.fillRect(0, 0, source.width, source.height);
      },
      "image/png",
    );
    // What a decoder does with a damaged file is tried while the first picture is in the works.
    const outcomes = await Promise.all(
      [file, plain, file, plain].map((one) => encoded(encode, jobFor(one, { source, target: size(300, 400) }))),
    );
    const seen = await Promise.all(outcomes.map(async ({ blob }) => quadrantsOf(await pixelsOf(blob))));
    expect(seen).toEqual([UPRIGHT[1], "#fff #fff #fff #fff", UPRIGHT[1], "#fff #fff #fff #fff"]);
  });

  test.each([
    { background: "#ffffff", looks: "#fff" },
    { background: "rgb(0 0 255)", looks: "#00f" },
    { background: "transparent", looks: "#fff" },
    { background: "no colour at all", looks: "#fff" },
  ])("transparent pixels become the background: $background", async ({ background, looks }) => {
    const source = size(400, 300);
    const file = await canvasFile(source, halfTransparent, "image/png");
    const outcome = await encoded(encode, jobFor(file, { source, target: size(200, 150), output: { background } }));
    expect(outcome.alpha).toBe(true);
    const pixels = await pixelsOf(outcome.blob);
    expect([colourAt(pixels, 0.25, 0.5), colourAt(pixels, 0.75, 0.5)]).toEqual(["#f00", looks]);
  });

  test("PNG output keeps its transparency", async () => {
    const source = size(400, 300);
    const file = await canvasFile(source, halfTransparent, "image/png");
    const outcome = await encoded(
      encode,
      jobFor(file, { source, target: size(200, 150), output: { mediaType: "image/png" } }),
    );
    expect(outcome).toMatchObject({ mediaType: "image/png", alpha: true });
    const { data } = await pixelsOf(outcome.blob);
    expect([data[3], data[199 * 4 + 3]]).toEqual([255, 0]);
  });

  test("WebP comes out as WebP where the browser writes it, and is rejected where it secretly writes PNG", async () => {
    const source = size(80, 60);
    const canWrite = (await canvasFile(source, quadrants, "image/webp")).type === "image/webp";
    const job = jobFor(await canvasFile(source, quadrants), { source, output: { mediaType: "image/webp" } });
    const outcome = await encode(job);
    expect(outcome).toMatchObject(
      canWrite
        ? { status: "encoded", mediaType: "image/webp" }
        : { status: "failed", failure: "unencodable", detail: "Asked for image/webp, the browser gave image/png." },
    );
  });

  test("a type that no canvas writes is rejected, whatever was written instead", async () => {
    const source = size(80, 60);
    const job = jobFor(await canvasFile(source, quadrants), { source, output: { mediaType: "image/gif" } });
    expect(await encode(job)).toMatchObject({ status: "failed", failure: "unencodable" });
  });

  test.each([
    { of: "1x5000", source: size(1, 5000), target: size(1, 960) },
    { of: "5000x1", source: size(5000, 1), target: size(1280, 1) },
    { of: "3x9000", source: size(3, 9000), target: size(1, 960) },
    { of: "odd sides", source: size(1367, 769), target: size(300, 169) },
    { of: "one pixel", source: size(1, 1), target: size(1, 1) },
  ])("$of keeps its colours and at least a pixel", async ({ source, target }) => {
    const green = (context: OffscreenCanvasRenderingContext2D) => {
      context.fillStyle = "#0f0";
      context.fillRect(0, 0, source.width, source.height);
    };
    const outcome = await encoded(encode, jobFor(await canvasFile(source, green, "image/png"), { source, target }));
    const pixels = await pixelsOf(outcome.blob);
    expect([pixels.width, pixels.height]).toEqual([target.width, target.height]);
    expect([colourAt(pixels, 0, 0), colourAt(pixels, 0.99, 0.99)]).toEqual(["#0f0", "#0f0"]);
  });

  test("BMP and GIF are taken", async () => {
    const bmp = new Blob([bmpBytes({ width: 60, height: 50 })], { type: "image/bmp" });
    const gif = new Blob([gifBytes({ width: 60, height: 50, frames: 2 })], { type: "image/gif" });
    for (const file of [bmp, gif]) {
      const outcome = await encoded(encode, jobFor(file, { source: size(60, 50), target: size(30, 25) }));
      expect(colourAt(await pixelsOf(outcome.blob), 0.5, 0.5)).toBe("#000");
    }
  });

  test("the type is taken from the job, not from the label on the blob", async () => {
    const source = size(80, 60);
    const png = await canvasFile(source, quadrants, "image/png");
    const mislabelled = new Blob([png], { type: "text/plain" });
    const outcome = await encoded(encode, jobFor(mislabelled, { source, mediaType: "image/png" }));
    expect(quadrantsOf(await pixelsOf(outcome.blob))).toBe(UPRIGHT[1]);
  });

  test("a file in several parts is taken, even if the first is too short to tell the type by", async () => {
    const source = size(640, 480);
    const bytes = await (await canvasFile(source, busy)).arrayBuffer();
    const parts = new Blob([bytes.slice(0, 2), bytes.slice(2, 5000), bytes.slice(5000)], { type: "image/jpeg" });
    await encoded(encode, jobFor(parts, { source, target: size(320, 240) }));
  });

  test.each([0.85, 0.5])("quality %f is really that quality", async (quality) => {
    const source = size(800, 600);
    const expected = await quantizationTables(await canvasFile(source, busy, "image/jpeg", quality));
    const { blob } = await encoded(encode, jobFor(await canvasFile(source, busy), { source, output: { quality } }));
    const tables = await quantizationTables(blob);
    expect(Object.keys(tables)).toEqual(["0", "1"]);
    expect(tables).toEqual(expected);
    // The standard tables at 85: 16 becomes 5, 17 becomes 5 (as Pillow's quality=85).
    if (quality === 0.85) expect([tables[0]![0], tables[1]![0]]).toEqual([5, 5]);
  });

  test("a size that is not the header's is reported, not stretched, if the header does not decide", async () => {
    const file = new Blob([gifBytes({ width: 200, height: 100 })], { type: "image/gif" });
    expect(await encode(jobFor(file, { source: size(400, 300), target: size(100, 75) }))).toEqual({
      status: "wrong-size",
      width: 200,
      height: 100,
      backend: strategyIn(place),
    });
  });

  test("a file whose header states no size is reported with the size it has", async () => {
    const file = await canvasFile(size(200, 100), quadrants);
    const outcome = await encode(jobFor(file, { source: size(0, 0), target: size(1280, 960) }));
    expect(outcome).toMatchObject({ status: "wrong-size", width: 200, height: 100 });
  });

  test("text that calls itself a PNG is undecodable", async () => {
    const file = new Blob(["This is not a picture at all, only words."], { type: "image/png" });
    const outcome = await encode(jobFor(file, { source: size(10, 10) }));
    // WebKitGTK answers some of what it cannot read with a transparent bitmap.
    expect(outcome).toMatchObject({
      status: "failed",
      failure: expect.stringMatching(/^(undecodable|blank)$/) as string,
    });
  });

  test("a fully transparent picture is rejected as blank", async () => {
    const source = size(100, 80);
    const file = await canvasFile(source, () => {}, "image/png");
    expect(await encode(jobFor(file, { source }))).toMatchObject({ status: "failed", failure: "blank" });
  });

  test("a canvas larger than the browser gives is a failure, not a crash", async () => {
    const source = size(20, 20);
    const job = jobFor(await canvasFile(source, quadrants), { source, target: size(70_000, 70_000) });
    expect(await encode(job)).toMatchObject({ status: "failed", failure: "unencodable" });
  });
});
