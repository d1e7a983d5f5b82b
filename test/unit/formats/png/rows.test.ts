import { deflateSync, inflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { createByteReader } from "../../../../src/formats/byte-reader.js";
import { missingPngPixels } from "../../../../src/formats/png/missing-pixels.js";
import { filterCheck, type PngLayout, pngRows, totalBytes } from "../../../../src/formats/png/rows.js";
import { pngChunk } from "../../../fixtures/bytes/png.js";
import { join, zeros } from "../../../fixtures/bytes/write.js";
import { fourCc, u32be } from "../../../../src/formats/bytes.js";

const pngRowBytes = (layout: PngLayout) => totalBytes(pngRows(layout)!);

test.each([
  [32, 32, 1, 0, 32 * 5],
  [3, 2, 8, 2, 2 * 10],
  [3, 2, 16, 6, 2 * 25],
  [9, 1, 4, 3, 1 + 5],
  [5, 3, 8, 4, 3 * 11],
])("PNG rows: %ix%i, %i bits, colour type %i: %i bytes", (width, height, bitDepth, colourType, bytes) => {
  expect(pngRowBytes({ width, height, bitDepth, colourType, isInterlaced: false })).toBe(bytes);
});

test("PNG rows: an unknown colour type", () => {
  expect(pngRows({ width: 1, height: 1, bitDepth: 8, colourType: 5, isInterlaced: false })).toBeUndefined();
});

function inflated(png: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 8; at < png.length; at += 12 + u32be(png, at))
    if (fourCc(png, at + 4) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + u32be(png, at)));
  return inflateSync(Buffer.concat(parts));
}

test.each([
  [1, 1],
  [3, 3],
  [2, 6],
  [11, 4],
  [5, 3],
  [8, 8],
  [13, 21],
])("PNG rows: what libpng interlaces at %ix%i", async (width, height) => {
  const png = await sharp({ create: { width, height, channels: 3, background: "#c42" } })
    .png({ progressive: true })
    .toBuffer();
  expect(pngRowBytes({ width, height, bitDepth: 8, colourType: 2, isInterlaced: png[28] === 1 })).toBe(
    inflated(png).length,
  );
});

test("PNG rows: counts a real picture's pixels, and notices missing rows", async () => {
  const noise = Uint8Array.from({ length: 300 * 200 * 3 }, (_, at) => (at * 7_919) >> 3);
  const png = new Uint8Array(
    await sharp(noise, { raw: { width: 300, height: 200, channels: 3 } })
      .png()
      .toBuffer(),
  );
  expect(await missingPngPixels(createByteReader(new Blob([png])))).toBeUndefined();
  const taller = png.slice();
  taller[23] = 201;
  expect(await missingPngPixels(createByteReader(new Blob([taller])))).toMatchObject({ kind: "truncated" });
  const damaged = png.slice();
  damaged.fill(0x55, png.length >> 1, (png.length >> 1) + 50);
  expect(await missingPngPixels(createByteReader(new Blob([damaged])))).toMatchObject({ kind: "damaged" });
});

test.each([false, true])("PNG rows: filters are checked in pieces of any size, interlaced: %s", (isInterlaced) => {
  const passes = pngRows({ width: 13, height: 9, bitDepth: 8, colourType: 2, isInterlaced })!;
  const data = new Uint8Array(totalBytes(passes)).fill(200);
  let at = 0;
  const places = passes.flatMap(({ rows, rowBytes }) =>
    Array.from({ length: rows }, () => (at += rowBytes) - rowBytes),
  );
  places.forEach((place, row) => (data[place] = row % 5));
  for (const pieceBytes of [1, 7, 40, 1_000]) {
    const all = (bytes: Uint8Array) => {
      const check = filterCheck(passes);
      return Array.from({ length: Math.ceil(bytes.length / pieceBytes) }, (_, piece) =>
        check(bytes.subarray(piece * pieceBytes, (piece + 1) * pieceBytes)),
      ).every(Boolean);
    };
    expect(all(data)).toBe(true);
    for (const place of places) expect(all(data.with(place, 5))).toBe(false);
  }
});

test("PNG rows: an abort ends the counting with its reason", async () => {
  const png = new Uint8Array(
    await sharp({ create: { width: 900, height: 900, channels: 3, background: "#c42" } })
      .png({ compressionLevel: 0 })
      .toBuffer(),
  );
  const reason = new Error("stop");
  await expect(missingPngPixels(createByteReader(new Blob([png]), AbortSignal.abort(reason)))).rejects.toBe(reason);
  const controller = new AbortController();
  const counting = missingPngPixels(createByteReader(new Blob([png]), controller.signal));
  setTimeout(() => controller.abort(reason), 0);
  await expect(counting.then(() => Promise.reject(reason))).rejects.toBe(reason);
});

/** A picture of which the last tenth is missing in a sound stream. */
async function cutPng(progressive: boolean) {
  const noise = Uint8Array.from({ length: 900 * 900 * 3 }, (_, at) => (at * 7_919) >> 3);
  const png = await sharp(noise, { raw: { width: 900, height: 900, channels: 3 } })
    .png({ progressive })
    .toBuffer();
  const rows = inflated(png);
  const blob = new Blob([
    join(
      png.subarray(0, 33),
      pngChunk("IDAT", deflateSync(rows.subarray(0, rows.length * 0.9), { level: 0 })),
      pngChunk("IEND", zeros(0)),
    ),
  ]);
  return { reader: createByteReader(blob), slices: vi.spyOn(blob, "slice") };
}

test("missingPngPixels: a picture drawn to its last row is not unpacked to its end", async () => {
  const all = await cutPng(false);
  expect(await missingPngPixels(all.reader)).toMatchObject({ kind: "truncated" });
  const { reader, slices } = await cutPng(false);
  expect(await missingPngPixels(reader, AbortSignal.abort())).toBeUndefined();
  expect(slices.mock.calls.length).toBeLessThan(all.slices.mock.calls.length / 2);
  const later = new AbortController();
  const counting = missingPngPixels((await cutPng(false)).reader, later.signal);
  later.abort();
  expect(await counting).toBeUndefined();
});

test("missingPngPixels: an interlaced picture is unpacked to its end, since its last row is drawn before it is complete", async () => {
  expect(await missingPngPixels((await cutPng(true)).reader, AbortSignal.abort())).toMatchObject({ kind: "truncated" });
});
