import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { EncodeJob } from "../../../src/pixels/encode-job.js";
import { gifBytes } from "../../fixtures/bytes/gif.js";
import { encodeOnPage } from "../../../src/pixels/encode-on-page.js";
import { canvasFile, quadrants } from "../../fixtures/canvas/files.js";
import { jobFor } from "../../fixtures/canvas/jobs.js";

/** Everything that the page made while a job ran. A closed bitmap has no width, and neither has a released canvas. */
const made: { width: number }[] = [];
const platform = {
  createImageBitmap: globalThis.createImageBitmap.bind(globalThis),
  OffscreenCanvas: globalThis.OffscreenCanvas,
};
/** WebKit has none. */
const decoder = (globalThis as { ImageDecoder?: { prototype: { decode: () => Promise<{ image: VideoFrame }> } } })
  .ImageDecoder?.prototype;
const decode = decoder?.decode;

beforeEach(() => {
  made.length = 0;
  globalThis.createImageBitmap = async (source: ImageBitmapSource, options?: unknown) => {
    const bitmap = await platform.createImageBitmap(source, options as ImageBitmapOptions);
    made.push(bitmap);
    return bitmap;
  };
  if (decoder && decode) {
    decoder.decode = async function (this: unknown, ...options: []) {
      const result = await decode.apply(this as never, options);
      const { image } = result;
      made.push({
        get width() {
          return image.codedWidth;
        },
      });
      return result;
    };
  }
  globalThis.OffscreenCanvas = class extends platform.OffscreenCanvas {
    constructor(width: number, height: number) {
      super(width, height);
      // Asked for once and never drawn on: the question whether there are any.
      if (width * height > 1) made.push(this);
    }
  };
});
afterEach(() => {
  Object.assign(globalThis, platform);
  if (decoder && decode) decoder.decode = decode;
});

const source = { width: 400, height: 300 };
const tiny = { width: 20, height: 15 };
const request = { source, target: tiny };

describe("resources: bitmaps and canvases are released", () => {
  test.each<{ after: string; job: () => Promise<EncodeJob>; status: string }>([
    {
      after: "a picture",
      job: async () => jobFor(await canvasFile(source, quadrants, "image/png"), request),
      status: "encoded",
    },
    {
      after: "a wrong size",
      job: async () => jobFor(new Blob([gifBytes({ width: 60, height: 50 })], { type: "image/gif" }), { source: tiny }),
      status: "wrong-size",
    },
    {
      after: "a blank picture",
      job: async () => jobFor(await canvasFile(source, () => {}, "image/png"), request),
      status: "failed",
    },
    {
      after: "a target that no canvas can hold",
      job: async () =>
        jobFor(await canvasFile(tiny, quadrants), { source: tiny, target: { width: 70_000, height: 70_000 } }),
      status: "failed",
    },
  ])("after $after", async ({ job, status }) => {
    const asked = await job();
    made.length = 0;
    expect((await encodeOnPage(asked)).status).toBe(status);
    expect(made.length).toBeGreaterThan(0);
    expect(made.map(({ width }) => width)).toEqual(made.map(() => 0));
  });

  test("a bitmap that arrives after its job was aborted is closed", async () => {
    const file = await canvasFile(source, quadrants);
    made.length = 0;
    const controller = new AbortController();
    const job = encodeOnPage(jobFor(file, { ...request, signal: controller.signal }));
    await Promise.resolve();
    controller.abort();
    await expect(job).rejects.toMatchObject({ name: "AbortError" });
    // A job after it, so that the first decode has had the time to end.
    await encodeOnPage(jobFor(file, request));
    expect(made.map(({ width }) => width)).toEqual(made.map(() => 0));
  });
});

test.each([
  { large: { width: 2_400, height: 1_800 }, most: 1, how: "once" },
  { large: { width: 3_200, height: 2_400 }, most: 0, how: "not at all" },
])(
  "frames: a frame of $large.width x $large.height that each copy would convert as a whole is copied $how, never strip by strip",
  async ({ large, most }) => {
    const Frame = (globalThis as { VideoFrame?: { prototype: VideoFrame } }).VideoFrame?.prototype;
    const copies: { statesNoColourSpace: boolean }[] = [];
    const copy = Frame?.copyTo;
    if (Frame && copy) {
      Frame.copyTo = function (this: VideoFrame, ...given) {
        copies.push({ statesNoColourSpace: this.colorSpace.primaries === null });
        return copy.apply(this, given);
      };
    }
    try {
      const job = jobFor(new Blob([gifBytes(large)], { type: "image/gif" }), {
        source: large,
        target: { width: 640, height: 480 },
      });
      expect((await encodeOnPage({ ...job, mediaType: "image/gif" })).status).toBe("encoded");
      expect(copies.filter(({ statesNoColourSpace }) => statesNoColourSpace).length).toBeLessThanOrEqual(most);
    } finally {
      if (Frame && copy) Frame.copyTo = copy;
    }
  },
);
