import { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { inspectImage } from "../../../../src/formats/inspect-image.js";
import { exifBytes } from "../../../fixtures/bytes/tiff.js";
import { webpBytes, webpChunk } from "../../../fixtures/bytes/webp.js";
import { ascii, type Bytes, join, u32le, zeros } from "../../../fixtures/bytes/write.js";
import { encode, expectSamePixels, holds, secret, SECRET, strip, xmp } from "../strip/compare.js";

const chunks = [
  webpChunk("EXIF", exifBytes({ gps: "position" })),
  webpChunk("XMP ", xmp("")),
  webpChunk("SECR", ascii("odd")),
];

test.each([
  ["lossy", false, { quality: 80 }],
  ["lossless", false, { lossless: true }],
  ["lossy with alpha", true, { quality: 80 }],
  ["lossless with alpha", true, { lossless: true }],
])("WebP strip: %s: everything goes but the picture", async (_, hasAlpha, options) => {
  const alpha = (image: Sharp) => (hasAlpha ? image.ensureAlpha(0.5) : image);
  const file = await encode((image) =>
    alpha(image)
      .withExif({ IFD0: { Copyright: SECRET } })
      .webp(options),
  );
  expect(holds(file, SECRET)).toBe(true);
  const stripped = strip(file);
  expect(stripped?.removed).toEqual(["EXIF"]);
  expect(holds(stripped?.bytes ?? file, SECRET)).toBe(false);
  await expectSamePixels(file, stripped?.bytes ?? zeros(0));
  expect(await inspectImage(new Blob([stripped?.bytes ?? zeros(0)]))).toMatchObject({
    width: 61,
    height: 47,
    alpha: hasAlpha,
  });
});

test("WebP strip: the flags and the length are set right, and unknown chunks go", () => {
  const file = webpBytes({ flags: 0x1c, alpha: true, chunks, trailing: secret });
  expect(strip(file)).toEqual({
    bytes: webpBytes({ flags: 0x10, alpha: true }),
    removed: ["EXIF (with GPS position)", "XMP", "application data (SECR)", "trailing data"],
  });
});

test.each([400, 401])("WebP strip: chunks begin at even places, also behind pixels of %i bytes", (bytes) => {
  const riff = (...others: Uint8Array[]) => {
    const body = join("WEBP", webpChunk("VP8 ", zeros(bytes)), ...others);
    return join("RIFF", u32le(body.length), body);
  };
  expect(strip(riff(webpChunk("XMP ", secret)))).toEqual({ bytes: riff(), removed: ["XMP"] });
});

test("WebP strip: an sRGB profile is removed, any other prevents stripping", async () => {
  expect(strip(await encode((image) => image.withIccProfile("srgb").webp()))?.removed).toContain("ICC profile (sRGB)");
  expect(strip(await encode((image) => image.withIccProfile("p3").webp()))).toBeUndefined();
});

test.each<[name: string, bytes: Bytes]>([
  ["an animation", webpBytes({ flags: 0x02 })],
  ["frames of an animation", webpBytes({ flags: 0, chunks: [webpChunk("ANMF", zeros(20))] })],
  ["an extended header of another length", webpBytes({ chunks: [webpChunk("VP8X", zeros(12))] })],
  [
    "one in its right place",
    Uint8Array.from(join("RIFF", u32le(36), "WEBP", webpChunk("VP8X", zeros(12)), webpChunk("VP8L", zeros(4)))),
  ],
  ["truncated", webpBytes().slice(0, -1)],
])("WebP strip: %s: cannot be stripped", (_, bytes) => {
  expect(strip(bytes)).toBeUndefined();
});
