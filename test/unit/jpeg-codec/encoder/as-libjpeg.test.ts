/** What libjpeg makes of the same pixels, by sharp: every coefficient must be the same, and the entropy-coded data no longer. */
import { describe, expect, test } from "vitest";
import { loadEncoder, planeBytes } from "../../../../src/jpeg-codec/jpeg-codec.js";
import type { Size } from "../../../../src/shared/types.js";
import { expectSamePicture, jpegOf, type Paint, paints } from "../pictures.js";
import { entropySymbols } from "./entropy-symbols.js";

function painted({ width, height }: Size, paint: Paint) {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < pixels.length; at++) {
    const pixel = at >> 2;
    pixels[at] = (at & 3) === 3 ? 255 : paint(pixel % width, Math.floor(pixel / width), at & 3);
  }
  return { width, height, pixels };
}

const SIZES = [1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 100];
const ours = async (size: Size, paint: Paint, quality: number) =>
  (await loadEncoder()).encode(painted(size, paint), quality);
const libjpegs = (size: Size, paint: Paint, quality: number) =>
  jpegOf(size, paint, { quality: Math.round(quality * 100), optimiseCoding: true });

async function expectTheSame(size: Size, paint: Paint, quality: number): Promise<void> {
  const [own, other] = [await ours(size, paint, quality), await libjpegs(size, paint, quality)];
  const [mine, its] = [entropySymbols(own), entropySymbols(other)];
  expect(mine.list).toEqual(its.list);
  // Where two symbols are equally frequent either may have the shorter code, which moves a bit.
  expect(mine.dataBytes).toBeLessThanOrEqual(its.dataBytes + 1);
  await expectSamePicture(other, own);
}

describe.each(Object.entries(paints))("JPEG encoder: %s", (_name, paint) => {
  test.each(SIZES)("%i pixels across, of all heights", async (width) => {
    for (const height of SIZES) await expectTheSame({ width, height }, paint, 0.85);
  });

  test.each([0.01, 0.25, 0.49, 0.5, 0.51, 0.75, 0.92, 0.99, 1])("at quality %d", async (quality) => {
    await expectTheSame({ width: 100, height: 75 }, paint, quality);
  });
});

test("JPEG encoder: from the planes that were kept of a picture: the same file at every quality and size", async () => {
  const encoder = await loadEncoder();
  for (const width of SIZES) {
    for (const height of SIZES) {
      const picture = painted({ width, height }, paints.drawing);
      const planes = new Uint8Array(planeBytes(picture));
      encoder.encode(picture, 0.85, planes);
      const other = encoder.encode({ width, height, planes }, 0.6);
      expect(other).toEqual(encoder.encode(picture, 0.6));
    }
  }
});

test("JPEG encoder: a large flat one, with far more symbols than bytes", async () => {
  await expectTheSame({ width: 1500, height: 1000 }, paints.flat, 0.85);
});

test("JPEG encoder: the header: JFIF, two quantization tables, baseline in 4:2:0, one segment of Huffman tables, and nothing else", async () => {
  const file = await ours({ width: 33, height: 17 }, paints.drawing, 0.85);
  const markers: number[] = [];
  for (let at = 2; markers.at(-1) !== 0xda; at += 2 + file[at + 2]! * 256 + file[at + 3]!) markers.push(file[at + 1]!);
  expect(markers).toEqual([0xe0, 0xdb, 0xc0, 0xc4, 0xda]);
  expect([...file.subarray(0, 2), ...file.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
});
