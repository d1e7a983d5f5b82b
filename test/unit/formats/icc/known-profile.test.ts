import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { isSrgbProfile } from "../../../../src/formats/icc/known-profile.js";
import { ascii, type Bytes, join, u16be, u32be, zeros } from "../../../fixtures/bytes/write.js";

let srgb: Bytes;

const profileOf = async (name: string): Promise<Bytes> => {
  const image = sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } });
  const { icc } = await sharp(await image.withIccProfile(name).jpeg().toBuffer()).metadata();
  return new Uint8Array(icc ?? zeros(0));
};

beforeAll(async () => {
  srgb = await profileOf("srgb");
});

/** `change` gets the place of a tag's entry in the table, and the place of its content. */
function changed(tag: string, change: (profile: Bytes, entry: number, content: number) => void): Bytes {
  const profile = srgb.slice();
  const entry = Buffer.from(profile).indexOf(tag, 132);
  change(profile, entry, Buffer.from(profile).readUInt32BE(entry + 4));
  return profile;
}

/** The three curves as a table of `count` values behind the profile. */
function withCurve(count: number, value: (x: number) => number): Bytes {
  const table = Array.from({ length: count }, (_, n) => u16be(Math.round(value(n / (count - 1)) * 65_535)));
  const curve = join("curv", zeros(4), u32be(count), ...table);
  const profile = join(srgb, curve);
  for (const tag of ["rTRC", "gTRC", "bTRC"]) {
    const entry = Buffer.from(profile).indexOf(tag, 132);
    profile.set(join(u32be(srgb.length), u32be(curve.length)), entry + 4);
  }
  return profile;
}

const linear = (x: number) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);

test("known profile: sRGB by formula and by table", () => {
  expect(isSrgbProfile(srgb)).toBe(true);
  expect(isSrgbProfile(withCurve(1_024, linear))).toBe(true);
});

test("known profile: sRGB's primaries with a plain gamma are another profile", () => {
  expect(isSrgbProfile(withCurve(1_024, (x) => x ** 2.2))).toBe(false);
  expect(isSrgbProfile(withCurve(2, (x) => x))).toBe(false);
});

test("known profile: a curve in red alone is another profile", () => {
  expect(isSrgbProfile(changed("rTRC", (profile, entry) => profile.set(u32be(profile.length), entry + 4)))).toBe(false);
});

test("known profile: a lookup table overrules primaries and curves", () => {
  expect(isSrgbProfile(changed("cprt", (profile, entry) => profile.set(ascii("A2B0"), entry)))).toBe(false);
});

test("known profile: another primary is another profile", async () => {
  expect(isSrgbProfile(changed("gXYZ", (profile, _, content) => profile.set(u32be(0x7000), content + 8)))).toBe(false);
  expect(isSrgbProfile(await profileOf("p3"))).toBe(false);
});

test("isSrgbProfile: false for a grey, truncated or empty profile", () => {
  expect(isSrgbProfile(srgb.slice(0, 300))).toBe(false);
  expect(isSrgbProfile(zeros(0))).toBe(false);
  const grey = srgb.slice();
  grey.set(ascii("GRAY"), 16);
  expect(isSrgbProfile(grey)).toBe(false);
});
