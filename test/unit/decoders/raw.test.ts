/** The JPEG in a camera raw, in files that are built as cameras build them. */
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { findPreview } from "../../../src/decoders/raw/find-preview.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import { raw } from "../../../src/raw.js";
import { type RawKind, rawBytes } from "../../fixtures/bytes/raw.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";

const KINDS: RawKind[] = ["dng", "cr2", "cr3", "nef", "arw", "raf", "rw2", "orf"];
/** They say the orientation in the JPEG's own EXIF alone. */
const BY_JPEG: readonly RawKind[] = ["raf"];

let jpeg: Uint8Array;
let thumbnail: Uint8Array;
const made = async (width: number, height: number, orientation?: number) => {
  const picture = sharp({ create: { width, height, channels: 3, background: "#c08040" } });
  return new Uint8Array(await (orientation ? picture.withMetadata({ orientation }) : picture).jpeg().toBuffer());
};
beforeAll(async () => {
  [jpeg, thumbnail] = await Promise.all([made(600, 400), made(160, 120)]);
});

describe.each(KINDS)("camera raw: %s", (kind) => {
  const file = (parts: Partial<Parameters<typeof rawBytes>[1]> = {}) =>
    new File([rawBytes(kind, { jpeg, thumbnail, ...parts })], `photo.${kind}`);

  test("it is recognized by its first bytes, and its largest JPEG is sent", async () => {
    const image = await prepareWith(sharpPool(), file(), { decoders: [raw()], box: { width: 300, height: 300 } });
    expect(image).toMatchObject({ name: "photo.jpg", width: 300, height: 200, source: { width: 600, height: 400 } });
    expect(raw().extensions).toContain(kind);
    const { extensions = [], mediaTypes } = raw();
    expect(image.source.mediaType).toBe(mediaTypes[extensions.indexOf(kind)]);
  });

  test("the orientation is that of the JPEG, or of the camera where that says nothing", async () => {
    const own = await made(600, 400, 6);
    const rotated = await prepareWith(sharpPool(), file({ jpeg: own, orientation: 6 }), { decoders: [raw()] });
    expect(rotated).toMatchObject({ width: 400, height: 600 });
    const byCamera = await prepareWith(sharpPool(), file({ orientation: 8 }), { decoders: [raw()] });
    expect(byCamera).toMatchObject(BY_JPEG.includes(kind) ? { width: 600, height: 400 } : { width: 400, height: 600 });
  });

  test("one that ends in its picture is rejected as such, and not sent as its thumbnail", async () => {
    const whole = rawBytes(kind, { jpeg, thumbnail });
    const end = Buffer.from(whole).indexOf(jpeg) + jpeg.length - 100;
    const truncated = new File([whole.slice(0, end)], `photo.${kind}`);
    await expect(prepareWith(sharpPool(), truncated, { decoders: [raw()] })).rejects.toMatchObject({
      code: "image-truncated",
    });
  });

  test("without the decoder it is rejected by its name", async () => {
    await expect(prepareWith(sharpPool(), file())).rejects.toMatchObject({ code: "image-format-unsupported" });
  });

  test("whatever byte of its structure is wrong, nothing outside of the file is taken for a picture", async () => {
    const whole = rawBytes(kind, { jpeg, thumbnail });
    const end = kind === "cr3" ? whole.length - jpeg.length : 1_100;
    const ends = new Set<boolean>();
    for (let at = 0; at < end; at += 3) {
      const damaged = whole.slice();
      damaged[at] = 0xff;
      const preview = await findPreview(new Blob([damaged]));
      expect(preview?.jpeg.size ?? 0).toBeLessThan(whole.length);
      ends.add(preview?.width === 600);
    }
    expect(ends).toEqual(new Set([true, false]));
  });
});

test("camera raw: one without a picture says so", async () => {
  const file = new File([rawBytes("dng", { jpeg: new Uint8Array(10), thumbnail: new Uint8Array(10) })], "a.dng");
  await expect(prepareWith(sharpPool(), file, { decoders: [raw()] })).rejects.toMatchObject({
    code: "image-undecodable",
    message: "This camera raw holds no picture that can be shown. Export it as JPEG and add it again.",
  });
});
