/** Every kind of TIFF that sharp writes, against what sharp itself reads in it; and some that no library writes any more. */
import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import sharp, { type TiffOptions } from "sharp";
import { createByteReader } from "../../../src/formats/byte-reader.js";
import { decodeTiff, tiffPages } from "../../../src/decoders/tiff/decode-tiff.js";
import { openTiff, readDirectory, topOffsets } from "../../../src/decoders/tiff/directory.js";
import { TAGS, WANTED_TAGS } from "../../../src/decoders/tiff/page.js";
import { tiff } from "../../../src/tiff.js";
import { ifdBytes, tiffBytes } from "../../fixtures/bytes/tiff.js";
import { join, u16le, u32le } from "../../fixtures/bytes/write.js";
import { sharedFolder } from "../../setup/shared-folder.js";

const SIZE = { width: 150, height: 110 };
const MAX_PIXELS = 1_000_000;

/** A picture with something in every place: gradients, an edge, noise that does not change. */
function picture(channels: 1 | 3 | 4) {
  const { width, height } = SIZE;
  const data = Buffer.alloc(width * height * channels);
  for (let at = 0; at < data.length; at++) {
    const [pixel, channel] = [Math.floor(at / channels), at % channels];
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    data[at] =
      channel === 3 ? 255 - x : (x * (channel + 1) + y * 2 + ((x * 7919 + y * 104_729) % 5) + (x > 70 ? 90 : 0)) & 255;
  }
  return sharp(data, { raw: { ...SIZE, channels } });
}

const bytesOf = (buffer: Buffer) => new Blob([new Uint8Array(buffer)]);

async function byThem(file: Buffer) {
  const { data, info } = await sharp(file)
    .autoOrient()
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}

/** Greatest and mean difference of a level, where something is to be seen. */
function difference(ours: Uint8ClampedArray, theirs: Uint8Array) {
  let [most, sum] = [0, 0];
  for (let at = 0; at < theirs.length; at++) {
    if (at % 4 !== 3 && theirs[at | 3] === 0) continue;
    const off = Math.abs(ours[at]! - theirs[at]!);
    most = Math.max(most, off);
    sum += off;
  }
  return { most, mean: sum / theirs.length };
}

async function expectAlike(file: Buffer, { most = 1, mean = 0.5 } = {}) {
  const ours = await decodeTiff(bytesOf(file), { page: 1, maxPixels: 100_000_000 });
  const theirs = await byThem(file);
  expect({ width: ours.width, height: ours.height }).toEqual({ width: theirs.width, height: theirs.height });
  const off = difference(ours.data, theirs.data);
  expect(off.most).toBeLessThanOrEqual(most);
  expect(off.mean).toBeLessThan(mean);
}

const lossless: [name: string, channels: 1 | 3 | 4, options: TiffOptions][] = [
  ["plain", 3, { compression: "none" }],
  ["LZW", 3, { compression: "lzw", predictor: "none" }],
  ["LZW with differences", 3, { compression: "lzw", predictor: "horizontal" }],
  ["Deflate with differences", 4, { compression: "deflate", predictor: "horizontal" }],
  ["PackBits", 3, { compression: "packbits" }],
  ["grey", 1, { compression: "lzw" }],
  ["alpha", 4, { compression: "lzw" }],
  ["tiles", 3, { compression: "deflate", tile: true, tileWidth: 64, tileHeight: 32 }],
  ["big", 3, { compression: "lzw", bigtiff: true }],
  ["1 bit", 1, { compression: "lzw", predictor: "none", bitdepth: 1 }],
  ["2 bits", 1, { compression: "none", bitdepth: 2 }],
  ["4 bits", 1, { compression: "none", bitdepth: 4 }],
  ["white is zero", 1, { compression: "none", miniswhite: true }],
  ["fax, group 4", 1, { compression: "ccittfax4", bitdepth: 1 }],
];

describe("tiff: decoding", () => {
  test.each(lossless)("%s: the pixels are those that sharp reads", async (_, channels, options) => {
    const made = channels === 1 ? picture(1).toColourspace("b-w") : picture(channels);
    await expectAlike(await made.tiff(options).toBuffer());
  });

  test.each([16, 64])("16 bits a sample, strips of %d rows", async (tileHeight) => {
    const made = picture(3).toColourspace("rgb16");
    await expectAlike(await made.tiff({ compression: "lzw", tile: true, tileWidth: 64, tileHeight }).toBuffer());
  });

  test("JPEG, in strips and in tiles: as near as two decoders come", async () => {
    for (const tile of [false, true])
      await expectAlike(await picture(3).blur(3).tiff({ compression: "jpeg", quality: 95, tile }).toBuffer(), {
        most: 24,
        mean: 1.5,
      });
  });

  test("Display P3: the colours become those of sRGB", async () => {
    const data = Buffer.from(Array.from({ length: 64 * 64 }, (_, at) => [at & 63, at >> 6, (at * 37) & 63]).flat());
    // No colour of these is outside sRGB: each channel is 100 to 163.
    const made = sharp(
      data.map((level) => level + 100),
      { raw: { width: 64, height: 64, channels: 3 } },
    );
    const file = await made.withIccProfile("p3").tiff({ compression: "lzw" }).toBuffer();
    await expectAlike(file);
  });

  test("CMYK: inks become light", async () => {
    const file = await picture(3).toColourspace("cmyk").tiff({ compression: "lzw" }).toBuffer();
    const ours = await decodeTiff(bytesOf(file), { page: 1, maxPixels: MAX_PIXELS });
    const inks = await sharp(file).raw().toBuffer({ resolveWithObject: true });
    expect(inks.info.channels).toBeGreaterThanOrEqual(3);
    expect(new Set(ours.data.filter((_, at) => at % 4 === 3))).toEqual(new Set([255]));
    expect(new Set(ours.data).size).toBeGreaterThan(50);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("orientation %d is obeyed", async (orientation) => {
    const file = await picture(3).withMetadata({ orientation }).tiff({ compression: "lzw" }).toBuffer();
    await expectAlike(file);
  });

  test.each([
    ["little-endian", false],
    ["big-endian", true],
  ])("pages of a %s file are counted, with their sizes, and decoded by their number", async (_, bigEndian) => {
    const file = new Blob([tiffBytes({ width: 5, height: 4, pages: 3, bigEndian })]);
    expect(await tiffPages(file)).toEqual({
      count: 3,
      sizes: Array.from({ length: 3 }, () => ({ width: 5, height: 4 })),
    });
    expect(await decodeTiff(file, { page: 3, maxPixels: 100 })).toMatchObject({
      width: 5,
      height: 4,
      data: { 0: 128, 3: 255 },
    });
    await expect(decodeTiff(file, { page: 4, maxPixels: 100 })).rejects.toThrow("no page 4");
  });

  test("palettes, and bits that are filled from the right", async () => {
    const tags = [
      [256, 3, 1, 2],
      [257, 3, 1, 1],
      [258, 3, 1, 8],
      [259, 3, 1, 1],
    ] as const;
    const start = 8 + 2 + 12 * 8 + 4;
    const palette = Array.from({ length: 768 }, (_, at) => u16le(at === 5 ? 0xff00 : at === 256 + 7 ? 0x8000 : 0));
    const indexed = join(
      ifdBytes([...tags, [262, 3, 1, 3], [273, 4, 1, start + 1536], [279, 4, 1, 2], [320, 3, 768, start]]),
      ...palette,
      Uint8Array.of(5, 7),
    );
    const coloured = await decodeTiff(new Blob([indexed]), { page: 1, maxPixels: 2 });
    expect([...coloured.data]).toEqual([255, 0, 0, 255, 0, 128, 0, 255]);
    const reversed = join(
      ifdBytes([...tags, [262, 3, 1, 1], [266, 3, 1, 2], [273, 4, 1, start], [279, 4, 1, 2]]),
      new Uint8Array(24),
    );
    reversed.set([0b1000_0000, 0b0000_0011], start);
    const grey = await decodeTiff(new Blob([reversed]), { page: 1, maxPixels: 2 });
    expect([grey.data[0], grey.data[4]]).toEqual([1, 192]);
  });

  test.each([
    [
      "tile",
      {
        sizes: [
          [322, 3, 1, 16],
          [323, 3, 1, 16],
        ],
        offsets: 324,
        counts: 325,
      },
    ],
    ["strip", { sizes: [[278, 3, 1, 16]], offsets: 273, counts: 279 }],
  ] as const)("a sparse file: a %s at offset 0 of 0 bytes is black", async (_, { sizes, offsets, counts }) => {
    const lists = 8 + 2 + 12 * (7 + sizes.length) + 4;
    const tags = [
      [256, 3, 1, 16],
      [257, 3, 1, 32],
      [258, 3, 1, 8],
      [259, 3, 1, 32_773],
      [262, 3, 1, 1],
      ...sizes,
      [offsets, 4, 2, lists],
      [counts, 4, 2, lists + 8],
    ] as const;
    // PackBits: 128 times 200, twice.
    const packed = Uint8Array.of(0x81, 200, 0x81, 200);
    const sorted = [...tags].sort(([one], [other]) => one - other);
    const file = join(ifdBytes(sorted), u32le(lists + 16), u32le(0), u32le(4), u32le(0), packed);
    const { data } = await decodeTiff(new Blob([file]), { page: 1, maxPixels: 512 });
    expect([data[0], data[3]]).toEqual([200, 255]);
    expect([...data.subarray(16 * 16 * 4, 16 * 16 * 4 + 4)]).toEqual([0, 0, 0, 255]);
    expect([...data.subarray(-4)]).toEqual([0, 0, 0, 255]);
  });

  test("a strip whose length is stated as 0 goes on to the end of the file", async () => {
    const start = 8 + 2 + 12 * 7 + 4;
    const file = join(
      ifdBytes([
        [256, 3, 1, 128],
        [257, 3, 1, 1],
        [258, 3, 1, 8],
        [259, 3, 1, 32_773],
        [262, 3, 1, 1],
        [273, 4, 1, start],
        [279, 4, 1, 0],
      ]),
      Uint8Array.of(0x81, 200),
    );
    const { data } = await decodeTiff(new Blob([file]), { page: 1, maxPixels: 128 });
    expect([data[0], data.at(-4)]).toEqual([200, 200]);
  });

  test("the decoder has what an app's list of decoders needs", () => {
    expect(tiff()).toMatchObject({ id: "tiff", mediaTypes: ["image/tiff"] });
    expect(tiff().sniff!(Uint8Array.of(0x49, 0x49, 0x2b, 0))).toBe("image/tiff");
    expect(tiff().sniff!(Uint8Array.of(0x49, 0x49, 0x2a, 0))).toBeUndefined();
  });
});

describe("tiff: hostile files", () => {
  const tags = (width: number, height: number): [number, number, number, number][] => [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 1, 8],
    [259, 3, 1, 1],
    [262, 3, 1, 1],
    [273, 4, 1, 200],
    [279, 4, 1, 100],
  ];
  const decode = (bytes: Uint8Array<ArrayBuffer>) => decodeTiff(new Blob([bytes]), { page: 1, maxPixels: MAX_PIXELS });

  test("terabytes are rejected by their size, before anything is made for them", async () => {
    await expect(decode(ifdBytes(tags(4_000_000_000, 4_000_000_000)))).rejects.toMatchObject({
      code: "image-too-many-pixels",
      limit: MAX_PIXELS,
    });
  });

  test("a directory that is its own next is one page", async () => {
    expect(await tiffPages(new Blob([tiffBytes({ loop: true })]))).toMatchObject({ count: 1 });
  });

  test("a chain of 100,000 directories is followed for 2,000", async () => {
    const one = (at: number, next: number) =>
      join(u16le(1), u16le(256), u16le(4), u32le(1), u32le(7), u32le(at === 0 ? 0 : next));
    const chain = Array.from({ length: 100_000 }, (_, at) => one(1, 8 + (at + 1) * 18));
    expect(await tiffPages(new Blob([join("II*\0", u32le(8), ...chain)]))).toMatchObject({ count: 2_000 });
  });

  test.each<[string, (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>]>([
    ["ends early", (bytes) => bytes.slice(0, -400)],
    ["ends in its directory", (bytes) => bytes.slice(0, 40)],
  ])("one that %s is refused", async (_, spoil) => {
    const whole = new Uint8Array(await picture(3).tiff({ compression: "none" }).toBuffer());
    await expect(decode(spoil(whole))).rejects.toThrow(/early|no size|no page|missing/);
  });

  test.each(["lzw", "deflate", "packbits", "jpeg", "ccittfax4"] as const)(
    "damaged %s throws or decodes, and never hangs or grows",
    async (compression) => {
      const made = compression === "ccittfax4" ? picture(1).toColourspace("b-w") : picture(3);
      const options = compression === "ccittfax4" ? { bitdepth: 1 as const } : {};
      const whole = new Uint8Array(await made.tiff({ compression, ...options }).toBuffer());
      for (let at = 8; at < whole.length; at += Math.ceil(whole.length / 60)) {
        const damaged = whole.slice();
        damaged[at]! ^= 0x5a;
        const end = await decode(damaged).then(
          ({ width, height, data }) => data.length === width * height * 4,
          (error: unknown) => error instanceof Error,
        );
        expect(end).toBe(true);
      }
    },
  );
});

/** As many write it: what can be left out behind it are pixels. sharp's lies at the end. */
async function withDirectoryFirst(file: Buffer): Promise<{ bytes: Uint8Array<ArrayBuffer>; start: number }> {
  const tiffFile = (await openTiff(createByteReader(bytesOf(file))))!;
  const [top = 0] = await topOffsets(tiffFile, 1);
  const directory = [...(await readDirectory(tiffFile, top, WANTED_TAGS))].sort(([one], [other]) => one - other);
  const byTag = new Map(directory);
  const [offsets, counts] = [
    byTag.get(TAGS.tileOffsets) ?? byTag.get(TAGS.stripOffsets)!,
    byTag.get(TAGS.tileBytes) ?? byTag.get(TAGS.stripBytes)!,
  ];
  const typeOf = (tag: number) => (tag === TAGS.jpegTables ? 7 : 4);
  const lists = 8 + 2 + 12 * directory.length + 4;
  const size = directory.reduce((sum, [tag, values]) => sum + values.length * typeOf(tag), 0);
  let [at, to] = [lists, lists + size];
  const moved = counts.map((count) => (to += count) - count);
  const tags = directory.map(([tag, values]) => {
    if (values.length === 1) return [tag, 4, 1, values === offsets ? moved[0]! : values[0]!] as const;
    const place = at;
    at += values.length * typeOf(tag);
    return [tag, typeOf(tag), values.length, place] as const;
  });
  const longer = directory.filter(([, values]) => values.length > 1);
  const written = longer.flatMap(([tag, values]) =>
    tag === TAGS.jpegTables ? [Uint8Array.from(values)] : (values === offsets ? moved : values).map(u32le),
  );
  const chunks = offsets.map((offset, one) => new Uint8Array(file.subarray(offset, offset + counts[one]!)));
  const head = join(ifdBytes(tags), ...written);
  return { bytes: join(head, new Uint8Array(lists + size - head.length), ...chunks), start: lists + size };
}

describe("tiff: a file that ends early", () => {
  const kinds: [string, TiffOptions][] = [
    ["plain", { compression: "none" }],
    ["LZW with differences", { compression: "lzw", predictor: "horizontal" }],
    ["Deflate", { compression: "deflate" }],
    ["PackBits", { compression: "packbits" }],
    ["JPEG", { compression: "jpeg", quality: 90 }],
    ["Deflate, in tiles", { compression: "deflate", tile: true, tileWidth: 64, tileHeight: 32 }],
    ["JPEG, in tiles", { compression: "jpeg", tile: true, tileWidth: 64, tileHeight: 32 }],
  ];

  test.each(kinds)(
    "%s: the part that is there equals the complete picture, the rest is white, with a change",
    async (_, options) => {
      const { bytes, start } = await withDirectoryFirst(await picture(3).tiff(options).toBuffer());
      const request = { page: 1, maxPixels: MAX_PIXELS };
      const whole = await decodeTiff(new Blob([bytes]), request);
      const truncated = new Blob([bytes.subarray(0, start + Math.floor((bytes.length - start) * 0.6))]);
      await expect(decodeTiff(truncated, request)).rejects.toMatchObject({ code: "image-truncated" });
      const said: string[] = [];
      const onTruncated = (why: string) => said.push(why);
      const part = await decodeTiff(truncated, { ...request, truncated: "accept" }, { onTruncated });
      expect(said).toEqual([expect.stringMatching(/^it has [\d,]+ bytes of [\d,]+ bytes$/)]);
      const top = SIZE.width * 4 * 40;
      expect(part.data.subarray(0, top)).toEqual(whole.data.subarray(0, top));
      expect(new Set(part.data.subarray(-SIZE.width * 4))).toEqual(new Set([255]));
      const nothing = new Blob([bytes.subarray(0, start)]);
      await expect(decodeTiff(nothing, { ...request, truncated: "accept" })).rejects.toMatchObject({
        code: "image-truncated",
      });
    },
  );

  test("a complete one gets no truncated change", async () => {
    const onTruncated = () => expect.unreachable();
    const file = bytesOf(await picture(3).tiff({ compression: "deflate" }).toBuffer());
    await decodeTiff(file, { page: 1, maxPixels: MAX_PIXELS, truncated: "accept" }, { onTruncated });
  });
});

const corpus = sharedFolder && `${sharedFolder}/corpus/tiff`;
describe.skipIf(!corpus || !existsSync(corpus))("the corpus' TIFFs", () => {
  test.each([
    "16bit_rgb.tiff",
    "ccitt_g3_gopher.tiff",
    "fax_g4_3pages_3307x4677.tiff",
    "lzw_hopper.tif",
    "multipage_3.tiff",
  ])("%s is what sharp reads", async (name) => expectAlike(await readFile(`${corpus}/${name}`)));
});
