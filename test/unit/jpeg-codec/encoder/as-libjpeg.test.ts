/** What libjpeg makes of the same pixels, by sharp: every coefficient must be the same, and the coded data no longer. */
import { describe, expect, test } from "vitest";
import { encodeJpeg } from "../../../../src/jpeg-codec/encoder/encode-jpeg.js";
import { loadEncoder } from "../../../../src/jpeg-codec/encoder/load-encoder.js";
import { decodeTable } from "../../../../src/jpeg-codec/huffman/decode-table.js";
import { readHeader } from "../../../../src/jpeg-codec/header.js";
import { readHuffmanTables } from "../../../../src/jpeg-codec/huffman-table.js";
import { readTokens } from "../../../../src/jpeg-codec/huffman/read-tokens.js";
import { readScan } from "../../../../src/jpeg-codec/scan.js";
import type { Size } from "../../../../src/shared/types.js";
import { expectSamePicture, jpegOf, type Paint, paints } from "../huffman/pictures.js";

function painted({ width, height }: Size, paint: Paint) {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < pixels.length; at++) {
    const pixel = at >> 2;
    pixels[at] = (at & 3) === 3 ? 255 : paint(pixel % width, Math.floor(pixel / width), at & 3);
  }
  return { width, height, pixels };
}

/** Coefficients as the symbols and bits that stand for them. */
function coefficients(file: Uint8Array<ArrayBuffer>) {
  const header = readHeader(file)!;
  const tables = readHuffmanTables(file, header.segments)!;
  const data = file.subarray(header.data.start, header.data.end);
  const { list, count } = readTokens(data, readScan(file, header)!, tables.map((table) => table && decodeTable(table)))!;
  // Which codes of a length stand for what is arbitrary, and so is how often a byte of ones calls for a zero behind it.
  const stuffed = data.filter((byte, at) => byte === 0 && data[at - 1] === 0xff).length;
  return { tokens: list.slice(0, count), dataBytes: data.length - stuffed };
}

const SIZES = [1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 100];
const ours = async (size: Size, paint: Paint, quality: number) => encodeJpeg(await loadEncoder(), painted(size, paint), quality);
const libjpegs = (size: Size, paint: Paint, quality: number) => jpegOf(size, paint, { quality: Math.round(quality * 100), optimiseCoding: true });

async function expectTheSame(size: Size, paint: Paint, quality: number): Promise<void> {
  const [own, other] = [await ours(size, paint, quality), await libjpegs(size, paint, quality)];
  const [mine, its] = [coefficients(own), coefficients(other)];
  expect(mine.tokens).toEqual(its.tokens);
  // Where two symbols are equally frequent either may have the shorter code, which moves a bit.
  expect(mine.dataBytes).toBeLessThanOrEqual(its.dataBytes + 1);
  await expectSamePicture(other, own);
}

describe.each(Object.entries(paints))("%s", (_name, paint) => {
  test.each(SIZES)("%i pixels across, of all heights", async (width) => {
    for (const height of SIZES) await expectTheSame({ width, height }, paint, 0.85);
  });

  test.each([0.01, 0.25, 0.49, 0.5, 0.51, 0.75, 0.92, 0.99, 1])("at quality %d", async (quality) => {
    await expectTheSame({ width: 100, height: 75 }, paint, quality);
  });
});
