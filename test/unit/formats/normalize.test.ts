import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { createByteReader } from "../../../src/formats/byte-reader.js";
import { inspectImage } from "../../../src/formats/inspect-image.js";
import { registry } from "../../../src/formats/registry.js";
import { bmpBytes } from "../../fixtures/bytes/bmp.js";
import { exifSegment, jpegBytes, jpegSegment } from "../../fixtures/bytes/jpeg.js";
import { actlChunk, pngBytes, pngChunk } from "../../fixtures/bytes/png.js";
import { exifBytes, ifdBytes } from "../../fixtures/bytes/tiff.js";
import { ascii, type Bytes, join, u16be, u32be, zeros } from "../../fixtures/bytes/write.js";

async function normalizedBytes(bytes: Bytes): Promise<Bytes> {
  const file = new Blob([bytes]);
  const header = await inspectImage(file);
  const reader = createByteReader(file);
  const normalized = await registry.normalize(reader, header!);
  return normalized ? join(new Uint8Array(await normalized.arrayBuffer())) : bytes;
}

const orientation = (value: number) => [0x0112, 3, 1, value] as const;
const exif = (...tags: Parameters<typeof ifdBytes>[0]) => jpegSegment(0xe1, join("Exif\0\0", ifdBytes(tags)));
const inSecond = jpegSegment(
  0xe1,
  join("Exif\0\0", ifdBytes([[0x8769, 4, 1, 26]]), ifdBytes([orientation(6)]).slice(8)),
);
const comment = jpegSegment(0xfe, ascii("of a person"));
const xmp = jpegSegment(0xe1, ascii("http://ns.adobe.com/xap/1.0/\0<x/>"));

describe("normalize: EXIF in a JPEG", () => {
  test.each<[string, Uint8Array[]]>([
    ["none", [comment]],
    ["one block, in front", [exifSegment({ orientation: 6, gps: "position" }), xmp, comment]],
    ["one block without an orientation", [exif([0x0100, 3, 1, 5])]],
  ])("%s: the file stays as it is", async (_, segments) => {
    const bytes = jpegBytes({ segments });
    expect(await normalizedBytes(bytes)).toBe(bytes);
  });

  test.each<[string, Uint8Array[], number]>([
    ["two orientations in one block", [comment, exif(orientation(6), orientation(3))], 6],
    ["two blocks", [exifSegment({ orientation: 8 }), comment, exifSegment({ orientation: 3 })], 8],
    ["two blocks, the first says nothing", [exif([0x0100, 3, 1, 5]), comment, exifSegment({ orientation: 3 })], 1],
    ["behind XMP", [xmp, comment, exifSegment({ orientation: 6 })], 6],
    ["an orientation in the second directory", [comment, inSecond], 1],
    ["an orientation that is no SHORT", [comment, exif([0x0112, 4, 1, 6])], 1],
    [
      "more entries promised than there are",
      [
        comment,
        jpegSegment(0xe1, join("Exif\0\0II*\0", Uint8Array.of(8, 0, 0, 0, 9, 0), ifdBytes([orientation(6)]).slice(10))),
      ],
      6,
    ],
    ["an odd prefix", [comment, jpegSegment(0xe1, join("Exif\0\x01", exifBytes({ orientation: 6 })))], 6],
    ["noise", [comment, jpegSegment(0xe1, ascii("Exif\0\0noise, noise"))], 1],
  ])("%s: one block that says what was read, and nothing else is lost", async (_, segments, expected) => {
    const out = await normalizedBytes(jpegBytes({ segments }));
    const exifAlone = exifBytes({ orientation: expected, bigEndian: true });
    const kept = [
      jpegSegment(0xe1, join("Exif\0\0", exifAlone)),
      ...segments.filter((segment) => segment === xmp || segment === comment),
    ];
    expect(Buffer.from(out).equals(Buffer.from(jpegBytes({ segments: kept })))).toBe(true);
    expect((await inspectImage(new Blob([out])))?.orientation).toBe(expected);
    const { data } = await sharp(out).raw().toBuffer({ resolveWithObject: true });
    expect(data.every((level) => level === 128)).toBe(true);
    // What was settled is settled.
    expect(await normalizedBytes(out)).toBe(out);
  });
});

describe("normalize: PNG", () => {
  const gamma = (value: number) => pngChunk("gAMA", u32be(value));
  const srgb = pngChunk("sRGB", zeros(1));
  const eXIf = (value: number) => pngChunk("eXIf", exifBytes({ orientation: value }));
  const namesOf = (bytes: Bytes) => {
    const names: string[] = [];
    for (let at = 8; at < bytes.length; at += 12 + new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(0))
      names.push(String.fromCharCode(...bytes.slice(at + 4, at + 8)));
    return names.join(" ");
  };
  const broken = (chunk: Bytes) => join(chunk.slice(0, -1), chunk.at(-1)! ^ 1);

  test.each<[string, Uint8Array[]]>([
    ["nothing special", [pngChunk("tEXt", ascii("a\0b"))]],
    ["one eXIf", [eXIf(6)]],
    ["a gamma by itself", [gamma(100_000)]],
    ["the usual gamma beside sRGB", [srgb, gamma(45_455)]],
  ])("with %s stays as it is", async (_, chunks) => {
    const bytes = pngBytes({ chunks });
    expect(await normalizedBytes(bytes)).toBe(bytes);
  });

  test.each<[string, Uint8Array[], string, number]>([
    ["two eXIf: the first counts", [eXIf(6), eXIf(3)], "IHDR eXIf IDAT IEND", 6],
    [
      "two eXIf, the first with a wrong checksum: the second counts",
      [broken(eXIf(6)), eXIf(3)],
      "IHDR eXIf IDAT IEND",
      3,
    ],
    [
      "an eXIf of two orientations",
      [pngChunk("eXIf", ifdBytes([orientation(8), orientation(3)]))],
      "IHDR eXIf IDAT IEND",
      8,
    ],
    ["an odd gamma beside sRGB", [srgb, gamma(100_000), pngChunk("cHRM", zeros(32))], "IHDR sRGB IDAT IEND", 1],
    ["an animation's frame count", [actlChunk(2 ** 32 - 1), pngChunk("fcTL", zeros(26))], "IHDR IDAT IEND", 1],
    ["an animation without a frame", [actlChunk(3)], "IHDR IDAT IEND", 1],
  ])("%s", async (_, chunks, names, expected) => {
    const out = await normalizedBytes(pngBytes({ chunks }));
    expect(namesOf(out)).toBe(names);
    expect(await inspectImage(new Blob([out]))).toMatchObject({
      orientation: expected,
      frames: "one",
      width: expected >= 5 ? 3 : 4,
    });
    expect((await sharp(out).raw().toBuffer()).every((level) => level === 0)).toBe(true);
    expect(await normalizedBytes(out)).toBe(out);
  });

  test("whose still picture is no frame of its animation becomes the first frame", async () => {
    const control = (width: number, x: number) =>
      pngChunk("fcTL", join(u32be(0), u32be(width), u32be(3), u32be(x), u32be(0), u16be(1), u16be(10), 0, 0));
    const white = await sharp({ create: { width: 4, height: 3, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    const content = white.subarray(white.indexOf("IDAT") + 4, white.indexOf("IEND") - 8);
    const frame = (from: number, to?: number) =>
      pngChunk("fdAT", join(u32be(1), new Uint8Array(content.subarray(from, to))));
    const animated = (controlChunk: Bytes) => {
      const still = pngBytes({ chunks: [actlChunk(1)] });
      return join(
        still.slice(0, -12),
        controlChunk,
        frame(0, 9),
        frame(9),
        pngChunk("fcTL", zeros(26)),
        pngChunk("fdAT", ascii("next")),
        still.slice(-12),
      );
    };
    const levels = async (bytes: Bytes) =>
      new Set(
        await sharp(await normalizedBytes(bytes))
          .raw()
          .toBuffer(),
      );
    expect(await levels(animated(control(4, 0)))).toEqual(new Set([255]));
    expect(namesOf(await normalizedBytes(animated(control(4, 0))))).toBe("IHDR IDAT IDAT IEND");
    // A frame that covers only a part of the picture is passed over.
    expect(await levels(animated(control(2, 1)))).toEqual(new Set([0]));
  });
});

test("normalize: a BMP of 32 bits and no alpha is given masks, and no pixel moves", async () => {
  const bytes = bmpBytes({ bitsPerPixel: 32 });
  const out = await normalizedBytes(bytes);
  expect(out).toHaveLength(bytes.length + 12);
  const view = new DataView(out.buffer, out.byteOffset);
  expect([view.getUint32(2, true), view.getUint32(10, true), view.getUint32(30, true)]).toEqual([
    out.length,
    new DataView(bytes.buffer, bytes.byteOffset).getUint32(10, true) + 12,
    3,
  ]);
  expect(out.slice(54, 66)).toEqual(Uint8Array.of(0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0));
  expect(out.slice(66)).toEqual(bytes.slice(54));
  expect(await inspectImage(new Blob([out]))).toMatchObject({ mediaType: "image/bmp", alpha: undefined });
});
