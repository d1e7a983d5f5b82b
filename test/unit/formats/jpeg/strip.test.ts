import { expect, test } from "vitest";
import { exifSegment, jfifSegment, jpegBytes, jpegSegment, mpfSegment } from "../../../fixtures/bytes/jpeg.js";
import { ascii, type Bytes, join, zeros } from "../../../fixtures/bytes/write.js";
import { encode, expectSamePixels, holds, insert, secret, strip, xmp } from "../strip/compare.js";

const jpegSegments = [
  exifSegment({ orientation: 1, gps: "position" }),
  jpegSegment(0xe1, xmp("http://ns.adobe.com/xap/1.0/\0")),
  mpfSegment(2),
  jpegSegment(0xe0, join("JFXX\0", 0x10, secret)),
  jpegSegment(0xed, join("Photoshop 3.0\0", secret)),
  jpegSegment(0xe7, secret),
  jpegSegment(0xee, secret),
  jpegSegment(0xfe, secret),
];
const jpegLabels = [
  "EXIF (with GPS position)",
  "XMP",
  "list of further pictures",
  "thumbnail",
  "IPTC",
  "application data (APP7)",
  "application data (APP14)",
  "comment",
];

test.each([
  ["baseline", {}],
  ["progressive", { progressive: true }],
  ["4:4:4", { chromaSubsampling: "4:4:4" }],
  ["restart intervals and optimised tables", { mozjpeg: true }],
])("JPEG strip: %s: everything goes but the picture", async (_, options) => {
  const clean = await encode((image) => image.jpeg(options));
  const file = join(insert(clean, 2, ...jpegSegments), jpegBytes(), secret);
  const stripped = strip(file);
  expect(stripped?.removed).toEqual([...jpegLabels, "trailing data"]);
  expect(stripped?.bytes).toEqual(clean);
  await expectSamePixels(file, stripped?.bytes ?? zeros(0));
});

test("JPEG strip: a JFIF thumbnail goes, JFIF itself stays", async () => {
  const file = jpegBytes({ segments: [jfifSegment({ width: 5, height: 4 })] });
  expect(strip(file)).toEqual({ bytes: jpegBytes({ segments: [jfifSegment()] }), removed: ["thumbnail"] });
});

test("JPEG strip: the Adobe segment stays: without it an RGB JPEG would be read as YCbCr", async () => {
  const adobe = jpegSegment(0xee, join("Adobe", 0, 100, zeros(5)));
  const file = jpegBytes({ components: 3, segments: [adobe, jpegSegment(0xfe, secret)] });
  const stripped = strip(file);
  expect(stripped?.bytes).toEqual(jpegBytes({ components: 3, segments: [adobe] }));
  await expectSamePixels(file, stripped?.bytes ?? zeros(0));
});

test("JPEG strip: of an Adobe segment only what decoders read stays", async () => {
  const adobe = (...extra: Uint8Array[]) => jpegSegment(0xee, join("Adobe", 0, 100, zeros(5), ...extra));
  const file = jpegBytes({ components: 3, segments: [adobe(secret)] });
  expect(strip(file)).toEqual({
    bytes: jpegBytes({ components: 3, segments: [adobe()] }),
    removed: ["application data (APP14)"],
  });
  await expectSamePixels(file, strip(file)?.bytes ?? zeros(0));
});

test("JPEG strip: fill bytes and stray bytes between segments", () => {
  expect(strip(jpegBytes({ segments: [Uint8Array.of(0xff, 0xff)] }))).toEqual({
    bytes: jpegBytes(),
    removed: ["stray bytes"],
  });
  const clean = jpegBytes({ segments: [jfifSegment()] });
  expect(strip(jpegBytes({ segments: [jfifSegment(), secret] }))).toEqual({ bytes: clean, removed: ["stray bytes"] });
});

test("JPEG strip: metadata between the scans of a progressive picture", async () => {
  const clean = await encode((image) => image.jpeg({ progressive: true }));
  const secondScan = Buffer.from(clean).lastIndexOf(Buffer.of(0xff, 0xda));
  const file = insert(clean, secondScan, jpegSegment(0xfe, secret));
  expect(strip(file)).toEqual({ bytes: clean, removed: ["comment"] });
});

test("JPEG strip: EXIF without a position is named without it", () => {
  expect(strip(jpegBytes({ segments: [exifSegment({ gps: "empty" })] }))?.removed).toEqual(["EXIF"]);
  expect(
    strip(jpegBytes({ segments: [exifSegment({ bigEndian: true, orientation: 1, gps: "position" })] }))?.removed,
  ).toEqual(["EXIF (with GPS position)"]);
  const unreadable = jpegSegment(0xe1, exifSegment({ gps: "position" }).slice(4, -30));
  expect(strip(jpegBytes({ segments: [unreadable] }))?.removed).toEqual(["EXIF (with GPS position)"]);
});

test("JPEG strip: an sRGB profile is removed, any other prevents stripping", async () => {
  const srgb = await encode((image) => image.withIccProfile("srgb").jpeg());
  expect(strip(srgb)?.removed).toEqual(["ICC profile (sRGB)"]);
  await expectSamePixels(srgb, strip(srgb)?.bytes ?? zeros(0));
  expect(strip(await encode((image) => image.withIccProfile("p3").jpeg()))).toBeUndefined();
});

test("JPEG strip: a profile is known by its colours, not by its name", async () => {
  const p3 = await encode((image) => image.withIccProfile("p3").jpeg());
  const at = Buffer.from(p3).indexOf("mluc") + 28;
  const renamed = p3.slice();
  renamed.set(ascii("\0s\0R\0G\0B"), at);
  expect(holds(renamed, "\0s\0R\0G\0B")).toBe(true);
  expect(strip(renamed)).toBeUndefined();
});

test.each<[name: string, bytes: Bytes]>([
  ["four components", jpegBytes({ components: 4 })],
  ["no end marker", jpegBytes({ noEnd: true })],
  ["a segment longer than the file", jpegBytes().slice(0, 40)],
  ["no scan", join(Uint8Array.of(0xff, 0xd8), jfifSegment(), Uint8Array.of(0xff, 0xd9))],
  ["an unknown marker", jpegBytes({ segments: [jpegSegment(0xf3, zeros(4))] })],
])("JPEG strip: %s: cannot be stripped", (_, bytes) => {
  expect(strip(bytes)).toBeUndefined();
});

test.each([0xc3, 0xc9, 0xca])("JPEG strip: a frame of kind %i, which few programs decode, is not kept", (sof) => {
  expect(strip(jpegBytes({ sof }))).toBeUndefined();
});

test("JPEG strip: bytes after the colour transform in the Adobe segment are removed", () => {
  const adobe = join("Adobe", Uint8Array.of(0, 100, 0, 0, 0, 0, 1));
  const clean = jpegBytes({ segments: [jpegSegment(0xee, adobe)] });
  expect(strip(jpegBytes({ segments: [jpegSegment(0xee, join(adobe, secret))] }))).toEqual({
    bytes: clean,
    removed: ["application data (APP14)"],
  });
});
