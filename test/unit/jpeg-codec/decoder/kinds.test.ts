import sharp from "sharp";
import { describe, expect, inject, test } from "vitest";
import { loadDecoder } from "../../../../src/jpeg-codec/jpeg-codec.js";
import { codedData } from "../../../fixtures/bytes/coded-data.js";
import { jfifSegment, jpegBytes, jpegSegment } from "../../../fixtures/bytes/jpeg.js";
import { type Bytes, join, zeros } from "../../../fixtures/bytes/write.js";
import { ADOBE_RGB, GREY_GAMMA_1_8 } from "../../../fixtures/reference/colour-space.js";
import { findSegment, jpegOf, paints, patched, withSegments, without } from "../pictures.js";
import { apart, decode } from "./decode.js";

const SIZE = { width: 83, height: 61 };
const photo = (options: Parameters<typeof jpegOf>[2] = {}) => jpegOf(SIZE, paints.drawing, options);
const withProfile = async (profile: string) =>
  new Uint8Array(
    await sharp(await photo())
      .withIccProfile(profile)
      .jpeg()
      .toBuffer(),
  );
const adobe = (transform: number) => jpegSegment(0xee, join("Adobe", 0, 100, zeros(4), transform));
const profileSegment = (profile: Bytes) => jpegSegment(0xe2, join("ICC_PROFILE\0", 1, 1, profile));
const FRAME = 0xc0;
const SCAN = 0xda;
/** Where a byte of a segment's payload lies. */
const at = (file: Bytes, marker: number, offset: number) => findSegment(file, marker).start + 4 + offset;

async function libjpegs(file: Uint8Array) {
  const { data } = await sharp(file, { ignoreIcc: true })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data;
}

describe("JPEG decoder: the same pixels as libjpeg", () => {
  test.each<[string, () => Promise<Bytes>]>([
    ["4:4:4", () => photo({ chromaSubsampling: "4:4:4" })],
    ["grey", () => photo({ grey: true })],
    ["tables made for the picture", () => photo({ chromaSubsampling: "4:4:4", optimiseCoding: true })],
    ["a profile of sRGB", () => withProfile("srgb")],
    ["a profile of Display P3, its numbers as they are", () => withProfile("p3")],
    [
      "Adobe's segment that says YCbCr",
      async () => withSegments(await photo({ chromaSubsampling: "4:4:4" }), adobe(1)),
    ],
    [
      "comments and application data in front",
      async () =>
        withSegments(
          await photo({ chromaSubsampling: "4:4:4" }),
          jpegSegment(0xfe, zeros(9)),
          jpegSegment(0xe7, zeros(60_000)),
        ),
    ],
    ["JFIF's segment", async () => withSegments(await photo({ chromaSubsampling: "4:4:4" }), jfifSegment())],
  ])("%s", async (name, make) => {
    const file = await make();
    const decoded = await decode(file);
    expect(decoded).toMatchObject(SIZE);
    const { most, mean } = apart(decoded!.pixels, await libjpegs(file));
    // libjpeg enlarges chroma of half the size by a triangle, and we by the transform.
    const isSubsampled = name.includes("profile");
    expect(most).toBeLessThanOrEqual(isSubsampled ? 60 : 3);
    expect(mean).toBeLessThan(isSubsampled ? 2 : 0.3);
  });

  test("trailing data, another picture even", async () => {
    const file = await photo();
    expect(await decode(join(file, await photo({ grey: true })))).toEqual(await decode(file));
  });

  test("any number of 0xFF before the end marker", async () => {
    const file = await photo();
    expect(await decode(join(file.subarray(0, -2), new Uint8Array(9).fill(255), file.subarray(-2)))).toEqual(
      await decode(file),
    );
  });

  const photos = inject("sharedFolder") ? ["kleiber_20mp.jpg", "phone_13mp_issue70.jpg", "camera_24mp_mpo.jpg"] : [];
  test.skipIf(photos.length === 0).each(photos.length > 0 ? photos : ["photos: ../shared is missing"])(
    "%s",
    async (name) => {
      const file = new Uint8Array(
        await (await import("node:fs/promises")).readFile(`${inject("sharedFolder")}/photos/${name}`),
      );
      const half = await decode(file, 4);
      if (!half) throw new Error(`${name} is left to the browser.`);
      const { data, info } = await sharp(file, { ignoreIcc: true })
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      // Half of the frequencies are nearly the mean of each four pixels.
      let sum = 0;
      for (let y = 0; y < half.height - 1; y++) {
        for (let x = 0; x < half.width - 1; x++) {
          const mean = [0, 4, info.width * 4, info.width * 4 + 4].reduce(
            (total, next) => total + data[(y * 2 * info.width + x * 2) * 4 + 1 + next]! / 4,
            0,
          );
          sum += (half.pixels[(y * half.width + x) * 4 + 1]! - mean) ** 2;
        }
      }
      expect(Math.sqrt(sum / (half.width * half.height))).toBeLessThan(3);
    },
  );
});

describe("JPEG decoder: the colour profile is returned unchanged", () => {
  const profileOf = async (file: Bytes) => (await (await loadDecoder()).open(codedData(file)))?.iccProfile;

  test("in one segment, or in pieces", async () => {
    const { profile } = ADOBE_RGB;
    const pieces = [profile.subarray(0, 100), profile.subarray(100)].map((piece, n) =>
      jpegSegment(0xe2, join("ICC_PROFILE\0", n + 1, 2, piece)),
    );
    expect(await profileOf(withSegments(await photo(), profileSegment(profile)))).toEqual(profile);
    expect(await profileOf(withSegments(await photo(), ...pieces))).toEqual(profile);
  });

  test("even an invalid one", async () => {
    expect(await profileOf(withSegments(await photo(), profileSegment(zeros(200))))).toEqual(zeros(200));
    expect(await profileOf(withSegments(await photo(), jpegSegment(0xe2, join("ICC_PROFILE\0"))))).toEqual(zeros(0));
  });

  test("there is none without such a segment", async () => {
    const file = withSegments(await photo(), jpegSegment(0xe2, zeros(60)));
    expect(await decode(file)).toMatchObject(SIZE);
    expect(await profileOf(file)).toBeUndefined();
  });
});

test.each<[string, () => Bytes | Promise<Bytes>]>([
  ["progressive", () => photo({ progressive: true })],
  [
    "CMYK",
    async () =>
      new Uint8Array(
        await sharp(await photo())
          .toColourspace("cmyk")
          .jpeg()
          .toBuffer(),
      ),
  ],
  ["two components", async () => patched(await photo(), at(await photo(), FRAME, 5), 2)],
  ["RGB by Adobe's segment", async () => withSegments(await photo(), adobe(0))],
  [
    "RGB by the components' names",
    async () => {
      const file = await photo();
      const named = [82, 71, 66].flatMap((id, n): [number, number][] => [
        [at(file, FRAME, 6 + 3 * n), id],
        [at(file, SCAN, 1 + 2 * n), id],
      ]);
      return named.reduce((changed, [place, id]) => patched(changed, place, id), file);
    },
  ],
  ["12 bits", async () => patched(await photo(), at(await photo(), FRAME, 0), 12)],
  ["arithmetic coding", async () => patched(await photo(), at(await photo(), FRAME, -3), 0xc9)],
  ["lossless", async () => patched(await photo(), at(await photo(), FRAME, -3), 0xc3)],
  ["several scans", async () => patched(await photo(), at(await photo(), SCAN, 0), 1)],
  ["a part of the coefficients", async () => patched(await photo(), at(await photo(), SCAN, 8), 5)],
  ["no height in its header", async () => patched(await photo(), at(await photo(), FRAME, 1), 0, 0)],
  ["no width", async () => patched(await photo(), at(await photo(), FRAME, 3), 0, 0)],
  [
    "three blocks to two",
    async () => patched(patched(await photo(), at(await photo(), FRAME, 7), 0x31), at(await photo(), FRAME, 10), 0x21),
  ],
  ["more blocks in an MCU than there may be", async () => patched(await photo(), at(await photo(), FRAME, 7), 0x44)],
  [
    "grey with a profile",
    async () => withSegments(await photo({ grey: true }), profileSegment(GREY_GAMMA_1_8.profile)),
  ],
  ["no quantization tables", async () => without(await photo(), 0xdb)],
  ["no Huffman tables", async () => without(await photo({ optimiseCoding: true }), 0xc4)],
  ["a quantization table that ends early", async () => patched(await photo(), at(await photo(), 0xdb, 0), 0x10)],
  ["a length that leads out of the file", async () => patched(await photo(), at(await photo(), FRAME, -2), 255, 255)],
  ["stray bytes between segments", async () => join((await photo()).subarray(0, 2), 0, (await photo()).subarray(2))],
  ["no picture", () => jpegBytes().slice(0, 2)],
  ["nothing", () => zeros(0)],
])("JPEG decoder: %s is left to the browser", async (_, make) => {
  expect(await decode(await make())).toBeUndefined();
});
