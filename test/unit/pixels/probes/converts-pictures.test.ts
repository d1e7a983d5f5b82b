import sharp from "sharp";
import { expect, test } from "vitest";
import { createByteReader } from "../../../../src/formats/byte-reader.js";
import { inspectImage } from "../../../../src/formats/inspect-image.js";
import { registry } from "../../../../src/formats/registry.js";
import {
  exchangedPicture,
  exchangedProfile,
  numberedPicture,
} from "../../../../src/pixels/probes/converts-pictures.js";
import { DISPLAY_P3, EXCHANGED } from "../../../fixtures/reference/colour-space.js";

const read = async (bytes: Uint8Array<ArrayBuffer>) => {
  const { data, info } = await sharp(bytes)
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixel = (x: number) => [...data.subarray(x * info.channels, x * info.channels + 3)];
  return { left: pixel(0), right: pixel(info.width - 1) };
};
const header = (bytes: Uint8Array<ArrayBuffer>) => inspectImage(new Blob([bytes]));
const colours = async (bytes: Uint8Array<ArrayBuffer>) =>
  registry.readColours(createByteReader(new Blob([bytes])), (await header(bytes))!.mediaType);

test("probe pictures: the profile is the one that exchanges red and green", () => {
  expect(exchangedProfile()).toEqual(EXCHANGED.profile);
});

test.each(["image/webp", "image/avif", "image/bmp"] as const)(
  "converts-pictures: the probe of %s holds the profile",
  async (mediaType) => {
    const bytes = exchangedPicture(mediaType)!;
    expect(await header(bytes)).toMatchObject({ mediaType });
    expect(await colours(bytes)).toEqual({ stated: "by-profile", profile: EXCHANGED.profile });
  },
);

test("probe pictures: a reader that applies it sees green, and the AVIF mirrored", async () => {
  const webp = await read(exchangedPicture("image/webp")!);
  expect(webp.left[1]).toBeGreaterThan(250);
  expect(webp.left[0]).toBeLessThan(5);
  const avif = exchangedPicture("image/avif")!;
  expect(await header(avif)).toMatchObject({ orientation: 2, width: 16, height: 16 });
  const { left, right } = await read(avif);
  expect(right[1]).toBeGreaterThan(250);
  expect(Math.max(...left, right[0]!, right[2]!)).toBeLessThan(5);
});

test("probe pictures: the AVIF of Display P3 by number says so, and its red means more than it says", async () => {
  expect(await colours(numberedPicture())).toEqual({ stated: "by-number", profile: DISPLAY_P3.profile });
  // libheif takes the numbers as they are.
  const { left } = await read(numberedPicture());
  expect(left[0]).toBeLessThan(204);
  expect(DISPLAY_P3.toSrgb(left.map((level) => level / 255) as [number, number, number])[0] * 255).toBeGreaterThan(212);
});
