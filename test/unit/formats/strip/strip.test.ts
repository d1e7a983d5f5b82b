import sharp, { type Sharp } from "sharp";
import { describe, expect, test, vi } from "vitest";
import { inspectImage } from "../../../../src/formats/inspect-image.js";
import { registry } from "../../../../src/formats/registry.js";
import { bmpBytes } from "../../../fixtures/bytes/bmp.js";
import { gifBytes } from "../../../fixtures/bytes/gif.js";
import { jfifSegment, jpegBytes } from "../../../fixtures/bytes/jpeg.js";
import { pngBytes } from "../../../fixtures/bytes/png.js";
import { webpBytes } from "../../../fixtures/bytes/webp.js";
import { hasSharedFiles, orSkipped, type SharedFile, sharedFiles } from "../shared-files.js";
import { encode, expectSamePixels, strip, stripButProfile } from "./compare.js";

test("strip: a file without metadata comes back as it is", () => {
  for (const bytes of [jpegBytes({ segments: [jfifSegment()] }), pngBytes(), webpBytes(), gifBytes()]) {
    expect(strip(bytes)).toEqual({ bytes, removed: [] });
  }
});

test("strip: undefined for formats that are never sent, and for bytes that do not match their type", () => {
  expect(registry.strip(bmpBytes(), "image/bmp")).toBeUndefined();
  expect(registry.strip(pngBytes(), "image/jpeg")).toBeUndefined();
  const noGif = gifBytes();
  noGif[0] = 0;
  expect(registry.strip(noGif, "image/gif")).toBeUndefined();
});

/** A photo of 24 MP is decoded twice, at times on a busy machine. */
vi.setConfig({ testTimeout: 60_000 });

/** Their colour profile must stay, or they are animated. */
const NOT_STRIPPED = [
  "jpeg/ycck_adobe_pil_sample_cmyk.jpg",
  "jpeg/xmp_adobergb_2000x1072_xmp_test.jpg",
  "jpeg/icc_prophoto_ProPhoto.jpg",
  "jpeg/icc_big.jpg",
  "png/apng_delay.png",
  "png/large_alpha_2135x2048_logo.png",
  "webp/icc_1200x800_exiv2-bug1199.webp",
  "webp/anim_iss634.webp",
];

const isStripped = ({ file, mediaType }: SharedFile) =>
  ["image/jpeg", "image/png", "image/webp", "image/gif"].includes(mediaType) &&
  !file.startsWith("gif/anim_") &&
  !NOT_STRIPPED.includes(file);

describe.skipIf(!hasSharedFiles)(`strip: the shared pictures${orSkipped}`, () => {
  /** 42 MP shows nothing that 24 MP did not; the largest bomb is a picture of 839 MP. */
  const files = sharedFiles.filter(
    ({ file, expected }) => expected === "ok" && !file.startsWith("bombs/") && !file.startsWith("derived_"),
  );

  test.each(files.filter(isStripped).map((file) => [file.file, file] as const))(
    "%s decodes to the same pixels",
    async (_, file) => {
      const bytes = file.read();
      const stripped = registry.strip(bytes, file.mediaType)!;
      await expectSamePixels(bytes, stripped.bytes);
      const [before, after] = [await inspectImage(new Blob([bytes])), await inspectImage(new Blob([stripped.bytes]))];
      expect(after).toMatchObject({ mediaType: before?.mediaType, frames: "one", alpha: before?.alpha });
      expect((await sharp(stripped.bytes).metadata()).exif).toBeUndefined();
    },
  );

  test("undefined for animations, profiles that must stay and formats that are never sent", () => {
    const others = files.filter((file) => !isStripped(file));
    expect(others.filter((file) => registry.strip(file.read(), file.mediaType)).map(({ file }) => file)).toEqual([]);
  });

  test("strip: undefined where it would lose pixels, else lists the removed metadata", () => {
    const outcome = (name: string) => {
      const file = sharedFiles.find((candidate) => candidate.file === name);
      return file && (registry.strip(file.read(), file.mediaType)?.removed ?? "cannot be stripped");
    };
    expect(outcome("jpeg/restart_gps_FurnaceCreekInn.jpg")).toContain("EXIF (with GPS position)");
    expect(outcome("jpeg/trailing_60_smiley1.jpg")).toContain("trailing data");
    expect(outcome("polyglots/jpeg_plus_zip.jpg")).toContain("trailing data");
    for (const name of [
      "jpeg/icc_prophoto_ProPhoto.jpg",
      "jpeg/ycck_adobe_pil_sample_cmyk.jpg",
      "jpeg/no_eoi.jpg",
      "png/apng_delay.png",
      "webp/anim_iss634.webp",
      "gif/anim_chi.gif",
      "bmp/g_pal1.bmp",
    ]) {
      expect(outcome(name), name).toBe("cannot be stripped");
    }
  });
});

test.each([
  ["jpeg", (image: Sharp) => image.jpeg()],
  ["png", (image: Sharp) => image.png()],
  ["webp", (image: Sharp) => image.webp({ quality: 90 })],
] as const)("%s: where the profile may stay, all else goes, and an sRGB profile with it", async (name, format) => {
  const gps = { IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" } };
  const make = (profile: string) => encode((image) => format(image.withIccProfile(profile).withExif(gps)));
  const file = await make("p3");
  const stripped = stripButProfile(file);
  const [before, after] = [await sharp(file).metadata(), await sharp(stripped?.bytes).metadata()];
  expect(before.exif).toBeDefined();
  expect(stripped?.removed.join()).toMatch(/^EXIF/);
  expect(after.exif).toBeUndefined();
  expect(after.icc).toEqual(before.icc);
  await expectSamePixels(file, stripped?.bytes ?? new Uint8Array(0));
  expect(stripButProfile(stripped?.bytes ?? new Uint8Array(0))?.removed).toEqual([]);

  // In a PNG only its name identifies the profile, and sharp gives it another.
  if (name === "png") return;
  const srgb = await make("srgb");
  expect(stripButProfile(srgb)).toEqual(strip(srgb));
});
