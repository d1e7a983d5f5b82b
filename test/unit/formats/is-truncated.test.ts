import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { createByteReader } from "../../../src/formats/byte-reader.js";
import { inspectImage } from "../../../src/formats/inspect-image.js";
import { registry } from "../../../src/formats/registry.js";
import { bmpBytes } from "../../fixtures/bytes/bmp.js";
import { gifBytes } from "../../fixtures/bytes/gif.js";
import { heifBytes } from "../../fixtures/bytes/heif.js";
import { exifSegment, jpegBytes, jpegSegment } from "../../fixtures/bytes/jpeg.js";
import { pngBytes, pngChunk } from "../../fixtures/bytes/png.js";
import { svgBytes } from "../../fixtures/bytes/svg.js";
import { tiffBytes } from "../../fixtures/bytes/tiff.js";
import { webpBytes } from "../../fixtures/bytes/webp.js";
import { ascii, type Bytes, join, zeros } from "../../fixtures/bytes/write.js";
import { hasSharedFiles, orSkipped, sharedFiles } from "./shared-files.js";

async function isTruncatedFile(bytes: Uint8Array<ArrayBuffer>): Promise<boolean | undefined> {
  const blob = new Blob([bytes]);
  const header = await inspectImage(blob);
  return header && registry.isTruncated(createByteReader(blob), header);
}

/** `isFirst`: its still picture is the first frame. */
function animated(isFirst: boolean): Bytes {
  const frame = pngChunk("fcTL", zeros(26));
  const still = pngBytes({ chunks: [pngChunk("acTL", zeros(8)), ...(isFirst ? [frame] : [])] });
  return join(still.slice(0, -12), frame, pngChunk("fdAT", zeros(50)), still.slice(-12));
}

const END = Uint8Array.of(0xff, 0xd9);
const headOf = (jpeg: Bytes): Bytes => jpeg.slice(0, Buffer.from(jpeg).indexOf(Uint8Array.of(0xff, 0xda)));
/** An end marker here belongs to a thumbnail, not to the picture. */
const thumbnailSegment = jpegSegment(0xe1, join("Exif\0\0", END, zeros(20)));
/** No end marker within the last 64 KiB, nor within the next megabyte. */
const longTrailer = new Uint8Array(1_300_000).fill(0x20);

test.each<[name: string, bytes: Bytes, isTruncatedFile: boolean]>([
  ["a whole JPEG", jpegBytes(), false],
  ["an animated PNG, truncated in its second frame", animated(true).slice(0, -20), false],
  ["an animated PNG, truncated in its first frame", animated(true).slice(0, 100), true],
  ["an animated PNG, truncated, whose still picture is no frame", animated(false).slice(0, -20), true],
  ["a JPEG without its end marker", jpegBytes({ noEnd: true }), true],
  [
    "a JPEG without an end marker but the one in its thumbnail",
    jpegBytes({ noEnd: true, segments: [thumbnailSegment] }),
    true,
  ],
  [
    "a JPEG truncated in front of its first scan",
    jpegBytes({ segments: [exifSegment({ orientation: 6 })] }).slice(0, -30),
    true,
  ],
  [
    "a JPEG that ends in front of its first scan, another picture behind it",
    join(headOf(jpegBytes()), END, jpegBytes()),
    true,
  ],
  ["a JPEG with 60 bytes behind it", jpegBytes({ trailing: zeros(60) }), false],
  ["a JPEG with a megabyte behind it", jpegBytes({ trailing: longTrailer }), false],
  [
    "a JPEG whose end marker stands across the border of the last 64 KiB",
    jpegBytes({ trailing: zeros(65_535) }),
    false,
  ],
  ["a JPEG without an end, with a megabyte behind it", jpegBytes({ noEnd: true, trailing: longTrailer }), true],
  ["a JPEG whose second picture is truncated", jpegBytes({ trailing: jpegBytes({ noEnd: true }) }), false],
  ["a whole PNG", pngBytes(), false],
  ["a PNG truncated in its end chunk", pngBytes().slice(0, -1), true],
  ["a PNG truncated in its pixels", pngBytes({ width: 60, height: 60 }).slice(0, 4_000), true],
  ["a PNG with text behind it", pngBytes({ trailing: ascii("<html>") }), false],
  ["a PNG with a megabyte behind it", pngBytes({ trailing: longTrailer }), false],
  [
    "a large PNG in many chunks, with a megabyte behind it",
    pngBytes({ chunks: Array.from({ length: 100 }, () => pngChunk("tEXt", zeros(8_000))), trailing: longTrailer }),
    false,
  ],
  [
    "a PNG truncated in its pixels that names the end chunk in a text",
    pngBytes({ chunks: [pngChunk("tEXt", ascii("IEND"))] }).slice(0, -14),
    true,
  ],
  ["a whole GIF", gifBytes(), false],
  ["a GIF without its trailer", gifBytes().slice(0, -1), false],
  ["a GIF whose first frame is not ended", gifBytes().slice(0, -2), true],
  ["a GIF truncated in its second frame", gifBytes({ frames: 2 }).slice(0, -8), false],
  ["a GIF truncated in front of its first frame", gifBytes().slice(0, 19), true],
  ["a whole WebP", webpBytes(), false],
  ["a WebP truncated", webpBytes().slice(0, -1), true],
  ["a WebP with something behind it", webpBytes({ trailing: zeros(9) }), false],
  ["a whole BMP", bmpBytes(), false],
  ["a BMP without the padding of its last row", bmpBytes().slice(0, -2), false],
  ["a BMP without its last pixel", bmpBytes().slice(0, -3), true],
  ["a whole BMP with the oldest header", bmpBytes({ headerBytes: 12 }), false],
  ["a whole BMP, top row first", bmpBytes({ topDown: true, bitsPerPixel: 32 }), false],
  ["a whole HEIC", heifBytes(), false],
  ["a HEIC truncated in its pixels", heifBytes().slice(0, -1), true],
  ["an AVIF truncated in its pixels", heifBytes({ brands: ["avif"] }).slice(0, -1), true],
  ["a TIFF, which has no end", tiffBytes(), false],
  ["an SVG, which has no end", svgBytes(), false],
])("isTruncated: %s", async (_, bytes, expected) => {
  expect(await isTruncatedFile(bytes)).toBe(expected);
});

test("isTruncated: recognizes every truncation of a progressive JPEG", async () => {
  const noise = Uint8Array.from({ length: 96 * 96 * 3 }, (_, at) => (at * 7_919) % 256);
  const whole = new Uint8Array(
    await sharp(noise, { raw: { width: 96, height: 96, channels: 3 } })
      .jpeg({ progressive: true })
      .toBuffer(),
  );
  const first = whole.findIndex((byte, at) => byte === 0xff && whole[at + 1] === 0xda);
  expect(await isTruncatedFile(whole)).toBe(false);
  for (let length = first; length < whole.length; length += 97)
    expect(await isTruncatedFile(whole.slice(0, length)), `${length} bytes`).toBe(true);
  expect(await isTruncatedFile(whole.slice(0, -1))).toBe(true);
});

test("isTruncated: reads the head and the tail of a large photo, not its middle", async () => {
  const body = jpegBytes({ width: 8_000, height: 8_000, components: 3, segments: [jpegSegment(0xe5, zeros(60_000))] });
  const blob = new Blob([body.subarray(0, -2), zeros(3_000_000), END]);
  const header = await inspectImage(blob);
  const slices = vi.spyOn(blob, "slice");
  expect(header && (await registry.isTruncated(createByteReader(blob), header))).toBe(false);
  const read = slices.mock.calls.reduce((total, [start = 0, end = 0]) => total + end - start, 0);
  expect(read).toBeLessThan(200_000);
});

test("isTruncated: an aborted signal rejects with its reason", async () => {
  const reason = new Error("stop");
  const blob = new Blob([jpegBytes()]);
  const header = await inspectImage(blob);
  await expect(header && registry.isTruncated(createByteReader(blob, AbortSignal.abort(reason)), header)).rejects.toBe(
    reason,
  );
});

/** By their own structure; what else is broken in the corpus (checksums, coded data) is for the decoder to find. */
const TRUNCATED = [
  "avif/x_truncated_half.avif",
  "bmp/b_shortfile.bmp",
  "bombs/bmpsuite_reallybig_3000000x2000000.bmp",
  "bombs/cve-2015-4491_1x1509949441.bmp",
  "bombs/decompression_bomb_65535x66601.gif",
  "bombs/ossfuzz5700_8224x8224.gif",
  "jpeg/cmyk_noEOI_premature-end.jpg",
  "jpeg/corrupt_bug775697.jpg",
  "jpeg/fuzz_CVE-2017-2862.jpg",
  "jpeg/no_eoi.jpg",
  "jpeg/truncated_progressive.jpg",
  "jpeg/ultrahdr_gainmap_1512x2688.jpg",
  "png/x_broken_data_stream.png",
  "png/x_truncated_end_chunk.png",
  "png/x_truncated_image.png",
];

describe.skipIf(!hasSharedFiles)(`isTruncated: the shared pictures${orSkipped}`, () => {
  test.each(sharedFiles.map((file) => [file.file, file] as const))("%s", async (name, file) => {
    const truncated = (await isTruncatedFile(file.read())) ?? false;
    expect(truncated).toBe(TRUNCATED.includes(name));
    if (file.expected === "ok") expect(truncated).toBe(false);
  });
});
