import sharp from "sharp";
import { expect, test } from "vitest";
import { createByteReader } from "../../../../src/formats/byte-reader.js";
import { inspectImage } from "../../../../src/formats/inspect-image.js";
import { unpackIcon } from "../../../../src/formats/ico/unpack-icon.js";
import { pngBytes } from "../../../fixtures/bytes/png.js";
import { type Bytes, join, u16le, u32le, zeros } from "../../../fixtures/bytes/write.js";

interface Entry {
  side: number;
  depth: number;
  content: Bytes;
}

function icon(entries: readonly Entry[], kind = 1): Bytes {
  let at = 6 + 16 * entries.length;
  const directory = entries.map(({ side, depth, content }) => {
    const entry = join(side & 255, side & 255, 0, 0, u16le(1), u16le(depth), u32le(content.length), u32le(at));
    at += content.length;
    return entry;
  });
  return join(u16le(0), u16le(kind), u16le(entries.length), ...directory, ...entries.map(({ content }) => content));
}

/** Of 2x2 pixels. */
const dib = (depth: number, data: Bytes, { colours = zeros(0), mask = zeros(8), coloursUsed = 0 } = {}): Bytes =>
  join(u32le(40), u32le(2), u32le(4), u16le(1), u16le(depth), zeros(16), u32le(coloursUsed), zeros(4), colours, data, mask);

async function pixelsOf(bytes: Bytes): Promise<number[]> {
  const file = new Blob([bytes]);
  const header = await inspectImage(file);
  const picture = header && (await unpackIcon(createByteReader(file), header, undefined));
  if (!picture) throw new Error("no icon");
  return [...(await sharp(new Uint8Array(await picture.reader.blob.arrayBuffer())).ensureAlpha().raw().toBuffer())];
}

const [RED, GREEN, BLUE, CLEAR] = [[255, 0, 0, 255], [0, 255, 0, 255], [0, 0, 255, 255], [0, 0, 0, 0]];

/** Bottom row first, blue first. */
const BGRA = Uint8Array.of(255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255, 255, 0, 255, 0, 255);

test.each<[string, Bytes, number[]]>([
  ["32 bits with alpha", dib(32, BGRA), [RED, GREEN, BLUE, CLEAR].flat()],
  ["32 bits behind a V5 header", join(u32le(124), dib(32, BGRA).slice(4, 40), zeros(84), BGRA, zeros(8)), [RED, GREEN, BLUE, CLEAR].flat()],
  ["32 bits without alpha, the mask instead", dib(32, BGRA.map((value, at) => (at % 4 === 3 ? 0 : value)), { mask: Uint8Array.of(0x40, 0, 0, 0, 0, 0, 0, 0) }), [RED, GREEN, BLUE, CLEAR].flat()],
  ["24 bits and a mask", dib(24, Uint8Array.of(255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 0, 255, 0, 0, 0), { mask: Uint8Array.of(0x40, 0, 0, 0, 0, 0, 0, 0) }), [RED, GREEN, BLUE, CLEAR].flat()],
  ["8 bits", dib(8, Uint8Array.of(2, 2, 0, 0, 0, 1, 0, 0), { colours: Uint8Array.of(0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0), coloursUsed: 3 }), [RED, GREEN, BLUE, BLUE].flat()],
  ["4 bits", dib(4, Uint8Array.of(0x22, 0, 0, 0, 0x01, 0, 0, 0), { colours: Uint8Array.of(0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0), coloursUsed: 3 }), [RED, GREEN, BLUE, BLUE].flat()],
  ["1 bit", dib(1, Uint8Array.of(0x40, 0, 0, 0, 0x80, 0, 0, 0), { colours: Uint8Array.of(0, 0, 255, 0, 0, 255, 0, 0) }), [GREEN, RED, RED, GREEN].flat()],
  ["16 bits", dib(16, join(u16le(0x1f), u16le(0x1f), u16le(0x7c00), u16le(0x3e0))), [RED, GREEN, BLUE, BLUE].flat()],
])("%s", async (_, content, expected) => {
  expect(await pixelsOf(icon([{ side: 2, depth: 32, content }]))).toEqual(expected);
});

test("the largest entry is taken, and of two alike the deeper one", async () => {
  const small = { side: 16, depth: 32, content: pngBytes({ width: 16, height: 16 }) };
  const shallow = { side: 48, depth: 8, content: pngBytes({ width: 40, height: 40 }) };
  const deep = { side: 48, depth: 32, content: pngBytes({ width: 48, height: 48 }) };
  const file = new Blob([icon([small, deep, shallow])]);
  const header = await inspectImage(file);
  const picture = header && (await unpackIcon(createByteReader(file), header, undefined));
  expect(picture?.header).toMatchObject({ mediaType: "image/png", width: 48, height: 48 });
});

test.each<[string, Bytes, string]>([
  ["pixels missing", dib(32, BGRA.slice(0, 8), { mask: zeros(0) }), "image-truncated"],
  ["an unknown header", join(u32le(12), zeros(60)), "image-undecodable"],
  ["a billion rows", join(u32le(40), u32le(2), u32le(2 ** 30), u16le(1), u16le(32), zeros(60)), "image-undecodable"],
  ["a depth of seven", dib(7, BGRA), "image-undecodable"],
  ["a palette larger than there is", dib(8, BGRA, { coloursUsed: 70_000 }), "image-undecodable"],
])("%s is refused", async (_, content, code) => {
  await expect(pixelsOf(icon([{ side: 2, depth: 32, content }]))).rejects.toMatchObject({ name: "ImageError", code });
});

test("an entry that ends behind the file is refused as cut", async () => {
  const whole = icon([{ side: 2, depth: 32, content: dib(32, BGRA) }]);
  await expect(pixelsOf(whole.slice(0, -1))).rejects.toMatchObject({ name: "ImageError", code: "image-truncated" });
});
