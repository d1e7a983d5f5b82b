/**
 * Originals that may be sent as they are go without their metadata. Our own code walks and strips them, alike in every browser;
 * `shared.test.ts` checks files that are encoded again, in each browser.
 */
import { describe, expect, inject, test } from "vitest";
import { commands } from "vitest/browser";
import { prepareImage } from "vision-dropzone/core";
import { anthropicMessages } from "vision-dropzone/endpoints";
import { blobOf, expectRightPicture } from "./prepare-file.js";

const shared = inject("sharedFolder");

/** GPS, XMP, IPTC, profiles, thumbnails, further pictures, data behind the end. */
const KEPT = [
  "jpeg/restart_gps_FurnaceCreekInn.jpg",
  "jpeg/gps_broken_exif_gps_typeerror.jpg",
  "jpeg/bad_exif.jpg",
  "jpeg/trailing_60_smiley1.jpg",
  "jpeg/mpo_sugarshack.mpo",
  "jpeg/mpo_named_frozenpond.JPG",
  "jpeg/junk_in_header_1024x768.jpg",
  "exif-orientation/hopper_orientation_6.webp",
  "gif/x_extra-data.gif",
  "bombs/png_text_dos.png",
  "polyglots/jpeg_plus_zip.jpg",
];
/** The same, but too large, with colours of their own, or smaller as JPEG. */
const ENCODED = [
  "jpeg/xmp_adobergb_2000x1072_xmp_test.jpg",
  "jpeg/icc_big.jpg",
  "png/large_2400x2000_itxt.png",
  "png/large_alpha_2135x2048_logo.png",
  "png/idat_after_image_end.png",
  "exif-orientation/exif_imagemagick_orientation.png",
  "webp/icc_1200x800_exiv2-bug1199.webp",
  "gif/static_x-trans.gif",
  "polyglots/png_plus_html.png",
  "polyglots/png_plus_pdf.png",
  "mislabelled/png_named.jpg",
];

/** Of any size: what is put on a larger ground is not sent as it is. */
const anySize = { ...anthropicMessages, caps: { ...anthropicMessages.caps, minEdgePx: 1 } };

describe.skipIf(shared === "")("stripped: files of the corpus (skipped: no ../shared beside the project)", () => {
  test.each(KEPT)("%s is sent as it is, without its metadata", async (name) => {
    const { base64, image } = await prepared(name);
    expect(image.changes[0]?.code).toBe("kept-original");
    expect(await commands.haveSamePixels(base64, image.base64)).toBe(true);
  });

  test.each(ENCODED)("%s is encoded, without its metadata", async (name) => {
    const { image } = await prepared(name);
    expect(image.changes.map(({ code }) => code)).not.toContain("kept-original");
  });
});

async function prepared(name: string) {
  const base64 = await commands.readSharedFile(`corpus/${name}`);
  const image = await prepareImage(await blobOf(base64), { endpoint: anySize });
  await expectRightPicture(image, { path: `corpus/${name}` });
  return { base64, image };
}
