/** The app's own `compress` and `decoders` are called on the page, between jobs, with what the app itself handed in. */
import { base64Length } from "../../../src/shared/base64.js";
import { expect, test, vi } from "vitest";
import { prepareWith } from "../../../src/pool/prepare.js";
import type { Pool } from "../../../src/pool/pool.js";
import type { Compress, Decoder } from "../../../src/shared/app-codecs.js";
import { ImageError } from "../../../src/shared/errors.js";
import type { PrepareOptions } from "../../../src/shared/types.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";

/** A pool as a worker makes it: what goes in and comes out are clones. */
function cloning(): Pool {
  const pool = sharpPool();
  return { ...pool, run: async (job, tools) => structuredClone(await pool.run(structuredClone(job), tools)) };
}

const photo = () => imageFile({ width: 2000, height: 1500 });
const tiff = () => imageFile({ width: 300, height: 200, format: "tiff" });
const rejection = (file: File, options: PrepareOptions): Promise<unknown> =>
  prepareWith(cloning(), file, options).then(
    () => undefined,
    (error: unknown) => error,
  );

test("app code: compress gets the very File that was handed in, and the image is what it made", async () => {
  const file = await photo();
  const small = await imageFile({ width: 640, height: 480 });
  const compress = vi.fn<Compress>(async () => small);
  expect(await prepareWith(cloning(), file, { compress })).toMatchObject({ width: 640, height: 480, engine: "app" });
  expect(compress).toHaveBeenCalledOnce();
  expect(compress.mock.calls[0]![0]).toBe(file);
});

test("app code: compress gets the replacement for a file that had to be decoded first", async () => {
  const compress = vi.fn<Compress>(async () => imageFile({ width: 30, height: 20 }));
  const png = await imageFile({ width: 300, height: 200, format: "png" });
  const file = await tiff();
  await prepareWith(cloning(), file, { compress, decoders: [{ mediaTypes: ["image/tiff"], decode: async () => png }] });
  const [given] = compress.mock.calls[0]!;
  expect(given).not.toBe(file);
  expect(new Uint8Array(await given.arrayBuffer())).toEqual(new Uint8Array(await png.arrayBuffer()));
});

test("app code: a decoder gets the very File, its type's header, and is asked once", async () => {
  const file = await tiff();
  const png = await imageFile({ width: 300, height: 200, format: "png" });
  const decode = vi.fn<Decoder["decode"]>(async () => png);
  await prepareWith(cloning(), file, { decoders: [{ mediaTypes: ["image/tiff"], decode }] });
  expect(decode).toHaveBeenCalledOnce();
  expect(decode.mock.calls[0]![0]).toBe(file);
  expect(decode.mock.calls[0]![1].header).toMatchObject({ mediaType: "image/tiff", width: 300, height: 200 });
});

test("app code: a decoder's waiting does not count against its time limit, for pages and for pictures", async () => {
  const file = await tiff();
  const png = await imageFile({ width: 300, height: 200, format: "png" });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const decoder: Decoder = {
      mediaTypes: ["image/tiff"],
      async pages(_, { onProgress }) {
        onProgress?.({ step: "wait" });
        await vi.advanceTimersByTimeAsync(60_000);
        return { count: 1 };
      },
      async decode(_, { onProgress }) {
        onProgress({ step: "wait" });
        await vi.advanceTimersByTimeAsync(60_000);
        onProgress({ step: "decode" });
        await vi.advanceTimersByTimeAsync(900);
        return png;
      },
    };
    const onPages = vi.fn();
    expect(await prepareWith(cloning(), file, { decoders: [decoder], timeoutMs: 1_000 }, { onPages })).toMatchObject({
      width: 300,
    });
  } finally {
    vi.useRealTimers();
  }
});

test("app code: compress is asked again, for less, while its result is over the byte limit, and not again for what it made", async () => {
  const qualities: number[] = [];
  const [large, small] = [await imageFile({ width: 1000, height: 750 }), await imageFile({ width: 100, height: 75 })];
  const compress: Compress = async (_, { quality }) => {
    qualities.push(quality);
    return qualities.length < 3 ? large : small;
  };
  const limits = { maxImageBytes: large.size };
  expect(base64Length(large.size)).toBeGreaterThan(limits.maxImageBytes);
  expect(await prepareWith(cloning(), await photo(), { compress, limits })).toMatchObject({ width: 100 });
  expect(qualities).toHaveLength(3);
  expect(qualities).toEqual(qualities.toSorted((one, other) => other - one));
});

test("onHeader: called once, however often the app is asked", async () => {
  const onHeader = vi.fn();
  const png = await imageFile({ width: 300, height: 200, format: "png" });
  const options: PrepareOptions = {
    compress: () => imageFile({ width: 30, height: 20 }),
    decoders: [{ mediaTypes: ["image/tiff"], decode: async () => png }],
  };
  await prepareWith(cloning(), await tiff(), options, { onHeader });
  expect(onHeader).toHaveBeenCalledOnce();
});

test("app code: what the app threw is the cause of the rejection, the same object", async () => {
  const thrown = { code: 17 };
  const compress = () => Promise.reject(thrown);
  const refused = await rejection(await photo(), { compress });
  expect(refused).toBeInstanceOf(ImageError);
  expect(refused).toMatchObject({ code: "compress-failed" });
  expect((refused as ImageError).cause).toBe(thrown);
  const error = new RangeError("no memory");
  const undecoded = await rejection(await tiff(), {
    decoders: [{ mediaTypes: ["image/tiff"], decode: () => Promise.reject(error) }],
  });
  expect(undecoded).toMatchObject({ code: "image-undecodable" });
  expect((undecoded as ImageError).cause).toBe(error);
});

test("app code: a rejection that was made elsewhere is an ImageError here, with its figures", async () => {
  const refused = await rejection(new File(["words"], "a.png", { type: "image/png" }), {});
  expect(refused).toBeInstanceOf(ImageError);
  expect(refused).toMatchObject({ name: "ImageError", code: "not-an-image", actual: "image/png" });
  const long = await rejection(await photo(), { limits: { maxPixels: 1_000_000 } });
  expect(long).toMatchObject({ code: "image-too-many-pixels", actual: 3_000_000, limit: 1_000_000 });
});
