/** A photo of 108 megapixels costs no full decode, so that no limit is needed; the limit stays for whatever costs memory. */
import { describe, expect, test } from "vitest";
import { prepareImage, type PrepareOptions } from "vision-dropzone/core";
import { exifSegment, jpegBytes, jpegSegment } from "../../fixtures/bytes/jpeg.js";
import { type Bytes, join, u16be, zeros } from "../../fixtures/bytes/write.js";
import { canvasFile, quadrants } from "../../fixtures/canvas/files.js";
import { forbidden } from "../../fixtures/canvas/workers.js";
import WithoutWasmWorker from "../../fixtures/canvas/without-wasm.worker.ts?worker&inline";

const PHONE = { width: 12_000, height: 9_000 };
const file = (bytes: Bytes) => new File([bytes], "photo.jpg", { type: "image/jpeg" });
/** With restart marks: one block after the other, each ended by the next of eight marks. */
const restarted = (): Bytes => {
  const blocks = (12_000 / 8) * (9_000 / 8);
  const data = new Uint8Array(blocks * 3);
  // "No difference" and "end of block", filled up with ones.
  for (let n = 0; n < blocks; n++) data.set([0x3f, 0xff, 0xd0 + (n & 7)], n * 3);
  return join(jpegHead({ sampling: 0x11, restart: 1 }), data.subarray(0, -2), 0xff, 0xd9);
};
/** 4:2:0: four blocks of luma, two of colour, all zero: twelve bits a group. */
const subsampled = (): Bytes => {
  const bits = (12_000 / 16) * Math.ceil(9_000 / 16) * 12;
  const data = zeros(Math.ceil(bits / 8));
  if (bits % 8 > 0) data[data.length - 1] = 0xff >> (bits % 8);
  return join(jpegHead({ sampling: 0x22, components: 3 }), data, 0xff, 0xd9);
};

function jpegHead({
  sampling,
  components = 1,
  restart = 0,
}: {
  sampling: number;
  components?: number;
  restart?: number;
}): Bytes {
  const ids = Array.from({ length: components }, (_, n) => n + 1);
  const table = (kind: number) => jpegSegment(0xc4, join(kind, 1, zeros(15), 0));
  return join(
    Uint8Array.of(0xff, 0xd8),
    jpegSegment(0xdb, join(0, new Uint8Array(64).fill(1))),
    jpegSegment(
      0xc0,
      join(
        8,
        u16be(PHONE.height),
        u16be(PHONE.width),
        components,
        ...ids.map((id) => Uint8Array.of(id, id === 1 ? sampling : 0x11, 0)),
      ),
    ),
    table(0x00),
    table(0x10),
    ...(restart > 0 ? [jpegSegment(0xdd, u16be(restart))] : []),
    jpegSegment(0xda, join(components, ...ids.map((id) => Uint8Array.of(id, 0)), 0, 63, 0)),
  );
}

describe.each<[string, PrepareOptions]>([
  ["in a worker", {}],
  ["on the page", { createWorker: forbidden }],
])("huge JPEG: over 100 megapixels, %s", (_where, place) => {
  test.each<[string, () => Bytes, object]>([
    ["grey", () => jpegBytes(PHONE), { width: 1280, height: 960 }],
    ["4:4:4", () => jpegBytes({ ...PHONE, components: 3 }), { width: 1280, height: 960 }],
    ["4:2:0", subsampled, { width: 1280, height: 960 }],
    ["restart marks", restarted, { width: 1280, height: 960 }],
    [
      "held on its side",
      () => jpegBytes({ ...PHONE, components: 3, segments: [exifSegment({ orientation: 6 })] }),
      { width: 720, height: 960 },
    ],
    ["200 megapixels", () => jpegBytes({ width: 16_320, height: 12_240 }), { width: 1280, height: 960 }],
    ["a panorama", () => jpegBytes({ width: 60_000, height: 4_000 }), { width: 1280, height: 85 }],
  ])("%s is taken by default", async (_name, make, expected) => {
    const image = await prepareImage(file(make()), place);
    expect(image).toMatchObject({ ...expected, mediaType: "image/jpeg" });
    expect(image.engine).toMatch(/:jpeg-decoder$/);
  });

  test.each<[string, () => Bytes, PrepareOptions, RegExp]>([
    [
      "a progressive one",
      () => jpegBytes({ ...PHONE, sof: 0xc2 }),
      {},
      /12,000 × 9000 pixels\. The limit is 100 megapixels\. .*isn't progressive/,
    ],
    ["CMYK", () => jpegBytes({ ...PHONE, components: 4 }), {}, /The limit is 100 megapixels/],
    [
      "one with colours that are left to the browser",
      () =>
        jpegBytes({ ...PHONE, components: 3, segments: [jpegSegment(0xe2, join("ICC_PROFILE\0", 1, 1, zeros(200)))] }),
      {},
      /The limit is 100 megapixels/,
    ],
    [
      "one over the app's own limit",
      () => jpegBytes(PHONE),
      { limits: { maxPixels: 50_000_000 } },
      /The limit is 50 megapixels\.$/,
    ],
    [
      "one over the app's own limit, the usual figure",
      () => jpegBytes(PHONE),
      { limits: { maxPixels: 100_000_000 } },
      /The limit is 100 megapixels/,
    ],
    [
      "one of 600 megapixels",
      () => jpegBytes({ width: 30_000, height: 20_000 }),
      {},
      /30,000 × 20,000 pixels\. The limit is 500 megapixels/,
    ],
    [
      "one that a compressor of the app's would decode",
      () => jpegBytes(PHONE),
      { compress: async (blob) => blob },
      /The limit is 100 megapixels/,
    ],
    [
      "one that a decoder of the app's would decode",
      () => jpegBytes(PHONE),
      { decoders: [{ mediaTypes: ["image/jpeg"], decode: async (blob) => blob }] },
      /The limit is 100 megapixels/,
    ],
    ["one for a box as large as itself", () => jpegBytes(PHONE), { box: PHONE }, /The limit is 100 megapixels/],
  ])("%s is refused, with the figures and a way out", async (_name, make, options, message) => {
    await expect(prepareImage(file(make()), { ...place, ...options })).rejects.toMatchObject({
      code: "image-too-many-pixels",
      message: expect.stringMatching(message) as string,
    });
  });

  test("one that ends early is called incomplete", async () => {
    const whole = jpegBytes(PHONE);
    await expect(prepareImage(file(whole.slice(0, whole.length - 2)), place)).rejects.toMatchObject({
      code: "image-truncated",
    });
  });
});

test("huge JPEG: without WebAssembly, as under a policy, it is rejected, and no decoder of the browser's is given it", async () => {
  const place = { createWorker: () => new WithoutWasmWorker() };
  await expect(prepareImage(file(jpegBytes(PHONE)), place)).rejects.toMatchObject({
    code: "image-too-many-pixels",
    limit: 100_000_000,
  });
  // The same worker accepts a picture that it may decode at once.
  expect(await prepareImage(await canvasFile({ width: 1600, height: 1200 }, quadrants), place)).toMatchObject({
    width: 1280,
    engine: expect.stringMatching(/^worker:image-/) as string,
  });
});
