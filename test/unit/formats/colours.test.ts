import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { displayP3Profile } from "../../../src/formats/icc/display-p3.js";
import { writePng } from "../../../src/formats/png/write-png.js";
import { createByteReader } from "../../../src/formats/byte-reader.js";
import { inspectImage } from "../../../src/formats/inspect-image.js";
import { registry } from "../../../src/formats/registry.js";
import { CountedBlob } from "../../fuzz/counted-blob.js";
import { withProperties } from "../../fixtures/bytes/avif.js";
import { bmpBytes } from "../../fixtures/bytes/bmp.js";
import { webpBytes } from "../../fixtures/bytes/webp.js";
import { type Bytes, join, u16be, u32le, zeros } from "../../fixtures/bytes/write.js";
import { base } from "../../fixtures/hostile/base.js";
import { patched } from "../../fixtures/hostile/hostile-file.js";
import { type ColourFile, colourFiles } from "../../fixtures/reference/colour-files.js";
import { ADOBE_RGB, DISPLAY_P3, GREY_GAMMA_1_8 } from "../../fixtures/reference/colour-space.js";

let files: ColourFile[];
beforeAll(async () => {
  files = await colourFiles();
});
const fileNamed = (name: string): Bytes => files.find((file) => file.name === name)!.bytes;

async function coloursOf(bytes: Bytes) {
  const file = new Blob([bytes]);
  return registry.readColours(createByteReader(file), (await inspectImage(file))!.mediaType);
}

test.each(["lossless WebP", "lossy WebP", "AVIF", "BMP"])("colours: the profile of a %s", async (format) => {
  expect(await coloursOf(fileNamed(`Display P3 in ${format}`))).toEqual({
    stated: "by-profile",
    profile: DISPLAY_P3.profile,
  });
  expect(await coloursOf(fileNamed(`Adobe RGB in ${format}`))).toEqual({
    stated: "by-profile",
    profile: ADOBE_RGB.profile,
  });
});

test("colours: Display P3 by number in AVIF", async () => {
  expect(await coloursOf(fileNamed("Display P3 by nclx in AVIF"))).toEqual({
    stated: "by-number",
    profile: DISPLAY_P3.profile,
  });
  expect(displayP3Profile()).toEqual(DISPLAY_P3.profile);
});

test("readColours: formats that every browser converts are not read", async () => {
  expect(await coloursOf(fileNamed("Display P3 in JPEG"))).toBeUndefined();
  expect(await coloursOf(fileNamed("Display P3 in PNG"))).toBeUndefined();
});

/** Its profile begins behind the pixels, and is of four gigabytes. */
function bmpClaimingGigabytes(): Bytes {
  return patched(
    patched(bmpBytes({ headerBytes: 124 }), 14 + 56, 0x44, 0x45, 0x42, 0x4d),
    14 + 112,
    ...u32le(300),
    255,
    255,
    255,
    255,
  );
}

const avif = async (...contents: Bytes[]) =>
  withProperties(
    await base("avif"),
    contents.map((content) => ({ type: "colr", content })),
  );
const nclx = (primaries: number, transfer: number) => join("nclx", u16be(primaries), u16be(transfer), u16be(6), 0x80);
const srgbProfile = async () =>
  new Uint8Array(
    (
      await sharp(
        await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
          .withIccProfile("srgb")
          .jpeg()
          .toBuffer(),
      ).metadata()
    ).icc!,
  );

test.each<[string, () => Bytes | Promise<Bytes>]>([
  ["a WebP without a profile", () => base("webp")],
  ["a WebP whose profile is not announced", () => patched(fileNamed("Display P3 in lossy WebP"), 20, 0)],
  [
    "a WebP whose profile ends before its header does",
    () => patched(fileNamed("Display P3 in lossy WebP"), 34, ...u32le(100)),
  ],
  [
    "a WebP whose profile is longer than any",
    () => patched(fileNamed("Display P3 in lossy WebP"), 34, 255, 255, 255, 255).slice(0, 100),
  ],
  ["a WebP whose profile is no profile", () => patched(fileNamed("Display P3 in lossy WebP"), 38 + 36, 77)],
  ["an AVIF without", () => base("avif")],
  ["an AVIF of sRGB by profile", async () => avif(join("prof", await srgbProfile()))],
  ["an AVIF of sRGB by number", () => avif(nclx(1, 13))],
  ["an AVIF of HDR by number", () => avif(nclx(9, 16))],
  ["an AVIF of P3 with HDR's curve", () => avif(nclx(12, 16))],
  ["an AVIF with a grey profile", () => avif(join("prof", GREY_GAMMA_1_8.profile))],
  [
    "a BMP whose profile lies behind its end",
    () => patched(fileNamed("Display P3 in BMP"), 14 + 112, 255, 255, 255, 0),
  ],
  ["a BMP that links to a profile", () => patched(fileNamed("Display P3 in BMP"), 14 + 56, 0x4b, 0x4e, 0x49, 0x4c)],
])("colours: none for %s", async (_, make) => {
  expect(await coloursOf(await make())).toBeUndefined();
});

test.each([
  ["WebP", webpBytes({ flags: 0x20, profile: zeros(0) }).slice(0, 30), "ICCP", Uint8Array.of(255, 255, 255, 255)],
  ["BMP", bmpClaimingGigabytes(), "", zeros(0)],
])("colours: reads one megabyte of a %s that claims a profile of gigabytes", async (_, start, type, length) => {
  const file = new CountedBlob([start, type, length, zeros(3 * 2 ** 20)]);
  expect(
    await registry.readColours(createByteReader(file), (await inspectImage(new Blob([file])))!.mediaType),
  ).toBeUndefined();
  expect(file.readings.largest).toBeGreaterThan(2 ** 20);
  expect(file.readings.largest).toBeLessThanOrEqual(2 ** 20 + 1);
});

test("colours: in an AVIF with both, the profile counts", async () => {
  const both = await avif(nclx(12, 13), join("prof", ADOBE_RGB.profile));
  expect(await coloursOf(both)).toEqual({ stated: "by-profile", profile: ADOBE_RGB.profile });
});

test("colours: a PNG is written with a profile that other readers find", async () => {
  const png = writePng(Uint8Array.of(200, 60, 50, 255), 1, 1, { profile: DISPLAY_P3.profile });
  expect(new Uint8Array((await sharp(png).metadata()).icc!)).toEqual(DISPLAY_P3.profile);
  const [red, green, blue] = await sharp(png).toColourspace("srgb").raw().toBuffer();
  const wanted = DISPLAY_P3.toSrgb([200 / 255, 60 / 255, 50 / 255]).map((level) => Math.round(level * 255));
  expect(Math.max(...[red, green, blue].map((level, n) => Math.abs(level! - wanted[n]!)))).toBeLessThanOrEqual(1);
});
