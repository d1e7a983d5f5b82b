/** Files that claim more than anybody can draw are refused from their header: nothing is decoded, next to nothing is read. */
import { deflateSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { prepareWith } from "../../../src/core/prepare-image.js";
import { ImageError } from "../../../src/core/errors.js";
import { pngChunk, pngHeaderBytes } from "../../fixtures/bytes/png.js";
import { ascii, type Bytes, join, u16le, u32be, u32le, zeros } from "../../fixtures/bytes/write.js";
import { hostileFiles } from "../../fixtures/hostile/all.js";
import { sharpEngine } from "../../fixtures/sharp-engine.js";

const MEGABYTE = 2 ** 20;

/** Of the slices taken, whether they were read or not. */
async function refusal(bytes: Bytes): Promise<{ error: unknown; read: number; decodes: number }> {
  const engine = sharpEngine();
  const blob = new Blob([bytes]);
  const whole = vi.spyOn(blob, "arrayBuffer");
  const slices = vi.spyOn(blob, "slice");
  const error: unknown = await prepareWith(engine, blob, {}).catch((cause: unknown) => cause);
  const read = slices.mock.calls.reduce((total, [start = 0, end = blob.size]) => total + end - start, 0);
  return { error, read: read + (whole.mock.calls.length > 0 ? blob.size : 0), decodes: engine.jobs.length };
}

const signature = "\x89PNG\r\n\x1a\n";
const ihdr = pngChunk("IHDR", join(u32be(30_000), u32be(30_000), 1, 0, 0, 0, 0));
const rows = (): Bytes => new Uint8Array(deflateSync(zeros(30_000 * 3_751), { level: 1 }));
const padded = (bytes: Bytes): Bytes => join(bytes, zeros(5 * MEGABYTE));
const svg = (inner: string) => ascii(`<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${inner}</svg>`);

test.each<[string, () => Bytes, string]>([
  ["a genuine PNG of 900 megapixels", () => join(signature, ihdr, pngChunk("IDAT", rows()), pngChunk("IEND", zeros(0))), "image-too-many-pixels"],
  ["57 bytes that claim 60000x60000", () => pngHeaderBytes(60_000, 60_000), "image-too-many-pixels"],
  ["a claim with five megabytes behind it", () => padded(pngHeaderBytes(60_000, 60_000)), "image-too-many-pixels"],
  ["the largest claim a PNG can make", () => pngHeaderBytes(2 ** 31 - 1, 2 ** 31 - 1), "image-too-many-pixels"],
  ["314 bytes of WebP that claim 16384x16384", () => join("RIFF", u32le(306), "WEBPVP8L", u32le(294), Uint8Array.of(0x2f, 0xff, 0xff, 0xff, 0x0f), zeros(289)), "image-too-many-pixels"],
  ["30 bytes of GIF that claim 8224x8224", () => join("GIF89a", u16le(8_224), u16le(8_224), zeros(3), 0x2c, zeros(4), u16le(8_224), u16le(8_224), 0, 2, 0, 0x3b), "image-truncated"],
  ["253 bytes of BMP that claim 2554x18803", () => join("BM", u32le(253), zeros(4), u32le(54), u32le(40), u32le(2_554), u32le(18_803), u16le(1), u16le(8), u32le(1), zeros(219)), "image-truncated"],
  ["a BMP with the sides of 2^31", () => join("BM", u32le(253), zeros(4), u32le(54), u32le(40), u32le(2 ** 31 - 1), u32le(2 ** 31), u16le(1), u16le(24), zeros(223)), "image-too-many-pixels"],
  ["an SVG with exponential references", () => svg('<pattern id="a"><use href="#b"/><use href="#b"/></pattern>'.repeat(200)), "file-invalid-type"],
  ["an SVG with entities", () => ascii('<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"/>'), "file-invalid-type"],
])("%s", async (_, make, code) => {
  const { error, read, decodes } = await refusal(make());
  expect(error).toBeInstanceOf(ImageError);
  expect(error).toMatchObject({ code });
  expect(decodes).toBe(0);
  // A header read of 64 KiB, and a few more of the same place by the checks that come after it.
  expect(read).toBeLessThan(MEGABYTE / 2);
});

test("no icon, no damaged BMP or GIF, nothing foreign ever reaches a decoder", async () => {
  const hostile = (await hostileFiles()).filter(({ expected, name }) => expected === "refuse" && !/^(jpeg|png|webp|avif)|HEIC|HEIF|ico: (a cut PNG|nothing)/.test(name));
  expect(hostile.length).toBeGreaterThan(60);
  for (const { name, bytes } of hostile) {
    const { error, decodes } = await refusal(bytes);
    expect(error, name).toBeInstanceOf(ImageError);
    if (!name.startsWith("TIFF")) expect(decodes, name).toBe(0);
  }
});

test("an SVG that the caller accepts is refused by name, without a decoder", async () => {
  const engine = sharpEngine();
  const refused = prepareWith(engine, new Blob([svg("<script/>")]), { limits: { accept: ["image/svg+xml"] } });
  await expect(refused).rejects.toMatchObject({ code: "image-format-unsupported", actual: "image/svg+xml" });
  expect(engine.jobs).toHaveLength(0);
});
