import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { expect, test } from "vitest";
import { createByteReader } from "../../../../src/formats/byte-reader.js";
import { inspectImage } from "../../../../src/formats/inspect-image.js";
import { registry } from "../../../../src/formats/registry.js";
import { exifSegment, jpegBytes, jpegSegment } from "../../../fixtures/bytes/jpeg.js";
import { type Bytes, join, zeros } from "../../../fixtures/bytes/write.js";
import { sharedFolder } from "../../../setup/shared-folder.js";

const thumbnailOf = (file: Bytes) => registry.thumbnail(createByteReader(new Blob([file])));
const camera = (options: Parameters<typeof exifSegment>[0], size = { width: 400, height: 300 }) =>
  jpegBytes({ ...size, segments: [exifSegment(options)] });
const small = (width: number, height: number, segments: Uint8Array[] = []) => jpegBytes({ width, height, segments });

test.each([false, true])("thumbnail: the JPEG of the second EXIF directory (big endian: %s)", async (bigEndian) => {
  const thumbnail = small(160, 120);
  expect(await thumbnailOf(camera({ bigEndian, gps: "position", thumbnail }))).toEqual(thumbnail);
});

test("thumbnail: what is in it beside the picture stays behind", async () => {
  const secret = jpegSegment(0xfe, zeros(100));
  expect(await thumbnailOf(camera({ thumbnail: small(160, 120, [secret]) }))).toEqual(small(160, 120));
});

test.each([2, 3, 4, 5, 6, 7, 8])("thumbnail: it is rotated as the picture is (orientation %i)", async (orientation) => {
  const found = await thumbnailOf(camera({ orientation, thumbnail: small(160, 120) }));
  const [width, height] = orientation >= 5 ? [120, 160] : [160, 120];
  expect(await inspectImage(new Blob([found!]))).toMatchObject({ width, height, orientation });
});

test("thumbnail: one that was rotated already is not rotated again", async () => {
  const thumbnail = small(120, 160);
  expect(await thumbnailOf(camera({ orientation: 6, thumbnail }))).toEqual(thumbnail);
});

test("thumbnail: the sides need not be alike to the pixel", async () => {
  const portrait = camera({ thumbnail: small(192, 256) }, { width: 312, height: 421 });
  expect(await thumbnailOf(portrait)).toBeDefined();
});

const bars = camera({ thumbnail: small(160, 120) }, { width: 600, height: 400 });
const sideways = camera({ thumbnail: small(120, 160) });
const huge = camera({ thumbnail: small(4000, 3000) });
const cmyk = camera({ thumbnail: jpegBytes({ width: 160, height: 120, components: 4 }) });
const noJpeg = camera({ thumbnail: zeros(500) });
const cut = exifSegment({ thumbnail: small(160, 120) });
const beyond = jpegBytes({ width: 400, height: 300, segments: [jpegSegment(0xe1, cut.subarray(4, -20))] });
test.each([
  ["no EXIF", jpegBytes({ width: 400, height: 300 })],
  ["EXIF without one", camera({ orientation: 6 })],
  ["another ratio: black bars, or a picture cropped later", bars],
  ["another ratio: sides exchanged", sideways],
  ["a size that is no thumbnail's", huge],
  ["colours that browsers disagree about", cmyk],
  ["not a JPEG", noJpeg],
  ["its end is missing", beyond],
])("thumbnail: none for %s", async (_, file) => {
  expect(await thumbnailOf(file)).toBeUndefined();
});

test("thumbnail: none of a format that has none, of an unknown file, of an empty one", async () => {
  const png = await sharp({ create: { width: 4, height: 3, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  for (const file of [new Uint8Array(png), join("hello"), zeros(0)]) expect(await thumbnailOf(file)).toBeUndefined();
});

test.skipIf(!sharedFolder)("thumbnail: that of a phone's photo", async () => {
  const file = new Uint8Array(await readFile(`${sharedFolder}/photos/phone_13mp_issue70.jpg`));
  const thumbnail = await thumbnailOf(file);
  const { width, height } = await sharp(thumbnail).metadata();
  expect({ width, height }).toEqual({ width: 192, height: 256 });
});
