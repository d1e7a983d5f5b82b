/** Whenever the abort comes, at each await of the walk: `AbortError`, no step after it, no listener left on the signal. */
import { getEventListeners } from "node:events";
import sharp from "sharp";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Pool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import type { PrepareOptions } from "../../../src/shared/types.js";
import { poolOf } from "../../fixtures/pool-of.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";

/** Called as each asynchronous step begins and as it ends. */
type OnStep = (step: string) => void;

const seen = <T>(step: string, work: () => Promise<T>, onStep: OnStep): Promise<T> => {
  onStep(`${step} begins`);
  return work().then((value) => {
    onStep(`${step} ends`);
    return value;
  });
};

/** Everything that the steps wait for: reads of files, the encoder, the app's decoder and compressor. */
function watch(onStep: OnStep): Pool {
  const { arrayBuffer } = Blob.prototype;
  vi.spyOn(Blob.prototype, "arrayBuffer").mockImplementation(function (this: Blob) {
    return seen("read", () => arrayBuffer.call(this), onStep);
  });
  const { encode } = sharpPool();
  // It starts nothing for a signal that has fired: that is the contract of `EncodePicture`, and tested by itself.
  return poolOf((job) => (job.signal?.aborted ? encode(job) : seen("encode", () => encode(job), onStep)));
}

afterEach(() => vi.restoreAllMocks());

const box = { width: 320, height: 240 };

interface Walk {
  name: string;
  file: File;
  options: (onStep: OnStep) => PrepareOptions;
}
let walks: Record<string, Walk>;

beforeAll(async () => {
  const photo = await imageFile({ width: 500, height: 400 });
  const small = await imageFile({ width: 160, height: 120 });
  const tiff = await imageFile({ width: 300, height: 200, format: "tiff" });
  const toPng = async (file: Blob) =>
    new Blob(
      [
        new Uint8Array(
          await sharp(Buffer.from(await file.arrayBuffer()))
            .png()
            .toBuffer(),
        ),
      ],
      { type: "image/png" },
    );
  const shrink = async (file: Blob, width: number) =>
    new Blob(
      [
        new Uint8Array(
          await sharp(Buffer.from(await file.arrayBuffer()))
            .resize({ width })
            .jpeg()
            .toBuffer(),
        ),
      ],
      { type: "image/jpeg" },
    );
  const list: Walk[] = [
    { name: "a photo is encoded", file: photo, options: () => ({}) },
    { name: "a small JPEG is kept", file: small, options: () => ({}) },
    {
      name: "encoded again and again for the byte limit",
      file: photo,
      options: () => ({ limits: { maxImageBytes: 14_000 } }),
    },
    {
      name: "an added decoder",
      file: tiff,
      options: (onStep) => ({
        decoders: [{ mediaTypes: ["image/tiff"], decode: (file) => seen("decode", () => toPng(file), onStep) }],
      }),
    },
    {
      name: "the app's compressor",
      file: photo,
      options: (onStep) => ({ compress: (file, { width }) => seen("compress", () => shrink(file, width), onStep) }),
    },
  ];
  walks = Object.fromEntries(list.map((walk) => [walk.name, walk]));
});

describe.each([
  "a photo is encoded",
  "a small JPEG is kept",
  "encoded again and again for the byte limit",
  "an added decoder",
  "the app's compressor",
])("abort: %s", (name) => {
  it("aborted at any step", async () => {
    const { file, options } = walks[name]!;
    const all: string[] = [];
    const note: OnStep = (step) => all.push(step);
    await prepareWith(watch(note), file, { ...options(note), box });
    vi.restoreAllMocks();
    expect(all.length).toBeGreaterThanOrEqual(8);

    for (const at of all.keys()) {
      const controller = new AbortController();
      const { signal } = controller;
      const steps: string[] = [];
      const onStep: OnStep = (step) => {
        if (steps.length === at) controller.abort();
        steps.push(step);
      };
      const outcome = await prepareWith(watch(onStep), file, { ...options(onStep), box, signal }).then(
        () => "prepared",
        (reason: unknown) => (reason instanceof Error ? reason.name : reason),
      );
      vi.restoreAllMocks();
      const where = `${at}: ${all[at]}`;
      expect([where, outcome]).toEqual([where, "AbortError"]);
      expect([where, getEventListeners(signal, "abort").length]).toEqual([where, 0]);
      // What had begun may end; nothing that is costly begins any more.
      await new Promise((resolve) => setTimeout(resolve));
      const begun = steps.slice(at + 1).filter((step) => /^(encode|decode|compress) begins/.test(step));
      expect([where, begun]).toEqual([where, []]);
    }
  });
});
