/** Files that are made to harm the decoders: each is refused, and the next one is decoded by what refused it. */
import { deflateSync } from "node:zlib";
import createLibHeif from "libheif-js/libheif-wasm/libheif-bundle.mjs";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { decodeHeif } from "../../../src/decoders/heic/libheif.js";
import { findPreview } from "../../../src/decoders/raw/find-preview.js";
import { decodeTiff } from "../../../src/decoders/tiff/decode-tiff.js";
import { heic } from "../../../src/heic.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import { raw } from "../../../src/raw.js";
import { asGrid, claiming } from "../../fixtures/bytes/avif.js";
import { heicFile } from "../../fixtures/bytes/heic.js";
import { type RawKind, rawBytes } from "../../fixtures/bytes/raw.js";
import { ifdBytes } from "../../fixtures/bytes/tiff.js";
import { type Bytes, join, u16le, u32le, zeros } from "../../fixtures/bytes/write.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";

/** As it is, and counted. */
vi.mock("libheif-js/libheif-wasm/libheif-bundle.mjs", async (original) => ({
  default: vi.fn((await original<{ default: () => unknown }>()).default),
}));

describe("hostile HEIC", () => {
  const plain = async () => new Uint8Array(await heicFile("plain").arrayBuffer());
  const tile = { width: 160, height: 120 };
  /** An iPhone writes 48. */
  const MOST = { columns: 128, rows: 128 };

  test.each<[string, (bytes: Bytes) => Bytes]>([
    [
      "a grid of 16,384 tiles, of a size that would be taken",
      (bytes) => asGrid(bytes, MOST, tile, { width: 9_900, height: 9_900 }),
    ],
    [
      "a grid of 16,384 tiles of their full size",
      (bytes) => asGrid(bytes, MOST, tile, { width: 20_480, height: 15_360 }),
    ],
    ["one that ends in its header", (bytes) => bytes.slice(0, 200)],
    ["one that ends in its pixels", (bytes) => bytes.slice(0, -300)],
    ["pixels of zeros", (bytes) => join(bytes.slice(0, 366), zeros(bytes.length - 366))],
  ])("%s: refused, and libheif is not broken by it", async (_, spoil) => {
    const calls = vi.mocked(createLibHeif).mock.calls.length;
    expect(await decodeHeif(await plain(), () => {})).toMatchObject(tile);
    await expect(decodeHeif(spoil(await plain()), () => {})).rejects.toMatchObject({ name: "HeifError" });
    expect(await decodeHeif(await plain(), () => {})).toMatchObject(tile);
    expect(vi.mocked(createLibHeif).mock.calls.length - calls).toBeLessThanOrEqual(1);
  });

  test("one that claims 60,000 x 60,000: rejected by its header, and never passed to libheif", async () => {
    const file = new File([claiming(await plain(), { width: 60_000, height: 60_000 })], "a.heic");
    const calls = vi.mocked(createLibHeif).mock.calls.length;
    await expect(prepareWith(sharpPool(), file, { decoders: [heic()] })).rejects.toMatchObject({
      code: "image-too-many-pixels",
    });
    expect(createLibHeif).toHaveBeenCalledTimes(calls);
  });
});

describe("hostile camera raw", () => {
  const picture = async (side: number) =>
    new Uint8Array(await (await imageFile({ width: side, height: side })).arrayBuffer());
  const tags = (jpegAt: number, jpegBytes: number, directories: number): [number, number, number, number][] => [
    [0x0103, 3, 1, 7],
    [0x0111, 4, 1, jpegAt],
    [0x0117, 4, 1, jpegBytes],
    [0x014a, 4, 1, directories],
    [0xc612, 1, 4, 0x0401],
  ];

  test.each<[string, number, number, number]>([
    ["whose JPEG lies behind its end", 4_000_000_000, 1_000_000, 0],
    ["whose JPEG is said to be all there is and more", 8, 4_294_967_295, 0],
    ["whose directory is its own child", 0, 0, 8],
    ["whose directories lie behind its end", 0, 0, 4_000_000_000],
  ])("a DNG %s: no picture, in words", async (_, at, bytes, directories) => {
    const file = new File([join(ifdBytes(tags(at, bytes, directories)), zeros(200))], "a.dng");
    await expect(prepareWith(sharpPool(), file, { decoders: [raw()] })).rejects.toMatchObject({
      code: "image-undecodable",
      message: expect.stringMatching(/^This camera raw holds no picture/) as string,
    });
  });

  test("a DNG of 1,000 directories that name two more each: a few of them are read", async () => {
    const bytes = 26;
    const place = (at: number) => u32le(8 + at * bytes);
    const directory = (at: number) =>
      join(
        u16le(1),
        u16le(0x014a),
        u16le(4),
        u32le(2),
        u32le(8 + at * bytes + 18),
        place(2 * at + 1),
        place(2 * at + 2),
      );
    const file = new Blob([join("II*\0", u32le(8), ...Array.from({ length: 1_000 }, (_, at) => directory(at)))]);
    let read = 0;
    const slice = file.slice.bind(file);
    file.slice = (from = 0, to = file.size) => {
      read += to - from;
      return slice(from, to);
    };
    expect(await findPreview(file)).toBeUndefined();
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(10_000_000);
  });

  test.each<RawKind>(["dng", "nef", "cr3"])("a %s that ends before its picture: never a part of it", async (kind) => {
    const jpeg = await picture(64);
    const whole = rawBytes(kind, { jpeg, thumbnail: await picture(16) });
    const start = Buffer.from(whole).indexOf(jpeg);
    for (let end = 8; end < start; end += Math.ceil(start / 40)) {
      const preview = await findPreview(new Blob([whole.slice(0, end)])).catch(() => undefined);
      expect(preview?.width).not.toBe(64);
    }
    expect(await findPreview(new Blob([whole]))).toMatchObject({ width: 64 });
  });
});

describe("hostile TIFF: bombs", () => {
  const page = (width: number, height: number, compression: number, data: Uint8Array): Blob => {
    const head = ifdBytes([
      [256, 4, 1, width],
      [257, 4, 1, height],
      [258, 3, 1, 8],
      [259, 3, 1, compression],
      [262, 3, 1, 1],
      [273, 4, 1, 200],
      [278, 4, 1, height],
      [279, 4, 1, data.length],
    ]);
    return new Blob([join(head, zeros(200 - head.length), data)]);
  };

  test("64 MB of zeros in the strip of a small page: what the page needs is unpacked, and no more", async () => {
    let unpacked = 0;
    const { read } = ReadableStreamDefaultReader.prototype;
    ReadableStreamDefaultReader.prototype.read = async function (this: ReadableStreamDefaultReader<unknown>) {
      const result = (await Reflect.apply(read, this, [])) as ReadableStreamReadResult<unknown>;
      if (result.value instanceof Uint8Array) unpacked += result.value.length;
      return result as never;
    };
    onTestFinished(() => {
      ReadableStreamDefaultReader.prototype.read = read;
    });
    const bomb = new Uint8Array(deflateSync(Buffer.alloc(64_000_000)));
    const { data } = await decodeTiff(page(100, 100, 8, bomb), { page: 1, maxPixels: 1e8 });
    expect(data).toHaveLength(40_000);
    expect(unpacked).toBeGreaterThan(0);
    // The strip itself may be read, packed.
    expect(unpacked).toBeLessThan(bomb.length + 200_000);
  });

  test.each([
    ["LZW", 5],
    ["Deflate", 8],
    ["PackBits", 32_773],
    ["JPEG", 7],
    ["no packing", 1],
  ])("a hundred megapixels claimed for a hundred bytes of %s: rejected", async (_, compression) => {
    const data = compression === 8 ? new Uint8Array(deflateSync(Buffer.alloc(3_000))) : zeros(100);
    await expect(decodeTiff(page(10_000, 9_999, compression, data), { page: 1, maxPixels: 1e8 })).rejects.toThrow(
      /fewer bytes than|not what the directory says|ends early|LZW code/,
    );
  });
});
