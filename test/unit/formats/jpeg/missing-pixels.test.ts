import sharp from "sharp";
import { expect, test } from "vitest";
import { createByteReader } from "../../../../src/formats/byte-reader.js";
import { missingJpegPixels } from "../../../../src/formats/jpeg/missing-pixels.js";
import { jpegBytes, jpegSegment } from "../../../fixtures/bytes/jpeg.js";
import { ascii, type Bytes, join, zeros } from "../../../fixtures/bytes/write.js";

const plain = jpegBytes();
const scan = (bytes: Bytes) => Buffer.from(bytes).indexOf(Uint8Array.of(0xff, 0xda));
const head = plain.slice(0, scan(plain));
const body = plain.slice(scan(plain), -2);
const END = Uint8Array.of(0xff, 0xd9);
/** Larger than a piece that is read at once, without a mark in it. */
const long = new Uint8Array(600_001).fill(0x20);

test.each<[string, Bytes, string | undefined]>([
  ["a whole one", plain, undefined],
  ["fill bytes and data behind the end", join(head, body, 0xff, 0xff, END, ascii("trailer")), undefined],
  [
    "restart marks and stuffed bytes",
    join(head, body, Uint8Array.of(0xff, 0xd0, 1, 0xff, 0, 2, 0xff, 0xd1), END),
    undefined,
  ],
  ["a long scan", join(head, body, long, END), undefined],
  [
    "a mark across the border of two reads",
    join(head, body, long.slice(0, 262_144 - 2), 0xff, 0xd8, plain.slice(2)),
    "truncated",
  ],
  ["a comment behind its scan", join(head, body, jpegSegment(0xfe, zeros(9)), END), undefined],
  ["a height behind its scan", join(head, body, jpegSegment(0xdc, zeros(2)), END), undefined],
  ["no end at all", join(head, body), "truncated"],
  ["another picture in its midst", join(head, body, plain), "truncated"],
  ["a reserved mark in its pixels", join(head, body, Uint8Array.of(0xff, 0x02, 0, 4), END), "damaged"],
  [
    "a thumbnail's marks in front of its scan",
    join(plain.slice(0, 2), jpegSegment(0xe1, plain), plain.slice(2)),
    undefined,
  ],
  ["its one component in two scans", join(head, body, body, END), "damaged"],
])("JPEG missing pixels: %s", async (_, bytes, kind) => {
  expect((await missingJpegPixels(createByteReader(new Blob([bytes]))))?.kind).toBe(kind);
});

test.each([{ progressive: true }, { progressive: false }, { chromaSubsampling: "4:4:4", optimiseCoding: false }])(
  "JPEG missing pixels: real files are intact: %o",
  async (options) => {
    const noise = Uint8Array.from({ length: 320 * 240 * 3 }, (_, at) => (at * 7_919) >> 5);
    const jpeg = await sharp(noise, { raw: { width: 320, height: 240, channels: 3 } })
      .jpeg(options)
      .toBuffer();
    expect(await missingJpegPixels(createByteReader(new Blob([new Uint8Array(jpeg)])))).toBeUndefined();
  },
);
