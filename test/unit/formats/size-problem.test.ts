/** Header and bytes that cannot both be true, in the formats where a least number of bytes can be named. */
import sharp, { type Sharp } from "sharp";
import { expect, test } from "vitest";
import { createByteReader } from "../../../src/formats/byte-reader.js";
import { inspectImage } from "../../../src/formats/inspect-image.js";
import { registry } from "../../../src/formats/registry.js";
import { bombs } from "../../fixtures/hostile/bombs.js";
import { patched } from "../../fixtures/hostile/hostile-file.js";
import { type Bytes, join, u16be, u16le } from "../../fixtures/bytes/write.js";

/** Above what is let pass as ordinary. */
const SIDE = 4_100;

async function damageOf(bytes: Bytes) {
  const file = new Blob([bytes]);
  const header = await inspectImage(file);
  return header && registry.findProblem(createByteReader(file), header);
}

const plain = (channels: 1 | 3) =>
  sharp(Buffer.alloc(SIDE * SIDE * channels, 255), { raw: { width: SIDE, height: SIDE, channels } });

// The least that real encoders write for so many pixels: a sheet of one colour, squeezed as hard as they can.
test.each<[string, () => Sharp]>([
  ["PNG", () => plain(3).png({ compressionLevel: 9, adaptiveFiltering: true })],
  ["PNG of one bit a pixel", () => plain(3).png({ compressionLevel: 9, palette: true, colours: 2 })],
  ["interlaced PNG", () => plain(3).png({ compressionLevel: 9, progressive: true })],
  ["JPEG", () => plain(3).jpeg({ quality: 1, optimiseCoding: true })],
  [
    "progressive JPEG of greys",
    () => plain(1).toColourspace("b-w").jpeg({ quality: 1, progressive: true, optimiseCoding: true, mozjpeg: true }),
  ],
  ["lossy WebP", () => plain(3).webp({ quality: 1, effort: 6 })],
  ["lossless WebP", () => plain(3).webp({ lossless: true, effort: 6 })],
])("size problem: a %s of one colour is plausible", async (_, encode) => {
  const bytes = join(new Uint8Array(await encode().toBuffer()));
  expect(await damageOf(bytes)).toBeUndefined();
});

test("sizeProblem: a hundred megapixels in some kilobytes are one", async () => {
  const claims = (await bombs("")).filter(({ name }) => /^(png|jpeg|webp): .*claims \d{4}x\d{4} in/.test(name));
  expect(claims).toHaveLength(4);
  for (const { name, bytes } of claims) {
    expect([name, await damageOf(bytes)]).toEqual([
      name,
      { kind: "truncated", why: expect.stringMatching(/kB cannot hold (8000 × 8000|9900 × 9900) pixels/) as string },
    ]);
  }
});

test("size problem: a JPEG that is coded arithmetically may be as small as it likes", async () => {
  const jpeg = join(new Uint8Array(await plain(1).resize(64, 64).jpeg().toBuffer()));
  const frame = Buffer.from(jpeg).indexOf("\xff\xc0", 0, "latin1");
  const claim = patched(jpeg, frame + 5, ...u16be(9_000), ...u16be(9_000));
  expect(await damageOf(claim)).toMatchObject({ kind: "truncated" });
  expect(await damageOf(patched(claim, frame + 1, 0xc9))).toBeUndefined();
});

test("size problem: the sizes are those of the coded picture, whatever the container of a WebP says", async () => {
  const webp = join(new Uint8Array(await plain(3).resize(64, 64).webp().toBuffer()));
  expect(await damageOf(webp)).toBeUndefined();
  expect(await damageOf(patched(webp, 26, ...u16le(9_000), ...u16le(9_000)))).toMatchObject({ kind: "truncated" });
});
