/** JPEG XL, where the browser can decode it; probed by decoding one, never by the browser's name. */
import { describe, expect, test } from "vitest";
import { inspectImage, prepareImage } from "vision-dropzone/core";
import { jxlBytes, jxlContainer, jxlExifBox, jxlHeader, jxlWithAlpha } from "../../fixtures/bytes/jxl.js";
import { exifBytes } from "../../fixtures/bytes/tiff.js";
import type { Bytes } from "../../fixtures/bytes/write.js";
import { canvasFile, pixelsOf, quadrants, quadrantsOf } from "../../fixtures/canvas/files.js";
import { forbidden } from "../../fixtures/canvas/workers.js";

const UPRIGHT = "#f00 #0f0 #00f #ff0";
const canDecode = await createImageBitmap(new Blob([jxlBytes()], { type: "image/jxl" })).then(
  () => true,
  () => false,
);
const file = (bytes: Bytes) => new File([bytes], "photo.jxl", { type: "image/jxl" });
const files: [name: string, bytes: Bytes, looks: string][] = [
  ["a codestream", jxlBytes(), UPRIGHT],
  ["a container", jxlContainer(jxlBytes()), UPRIGHT],
  [
    "a container in pieces, with EXIF that rotates nothing",
    jxlContainer(jxlBytes(), { pieces: 3, before: [jxlExifBox(exifBytes({ orientation: 6 }))] }),
    UPRIGHT,
  ],
  ["one that is transparent in part", jxlWithAlpha(), UPRIGHT.replace("#f00", "#fff")],
];

describe.each([
  ["in a worker", {}],
  ["on the page", { createWorker: forbidden }],
])("JPEG XL: %s", (_where, place) => {
  test.skipIf(!canDecode).each(files)("%s becomes a JPEG of 1280x960", async (_name, bytes, looks) => {
    const image = await prepareImage(file(bytes), place);
    expect(image).toMatchObject({
      name: "photo.jpg",
      mediaType: "image/jpeg",
      width: 1280,
      height: 960,
      source: { mediaType: "image/jxl", width: 1600, height: 1200 },
    });
    expect(quadrantsOf(await pixelsOf(image.blob))).toBe(looks);
  });

  test.skipIf(canDecode).each(files)(
    "%s is rejected by name where the browser cannot decode it",
    async (_name, bytes) => {
      await expect(prepareImage(file(bytes), place)).rejects.toMatchObject({
        code: "image-format-unsupported",
        actual: "image/jxl",
        message: "This browser can't open JPEG XL images. Save it as JPEG or PNG.",
      });
    },
  );

  test.each([
    ["a codestream", () => jxlBytes().slice(0, 400)],
    ["a container", () => jxlContainer(jxlBytes()).slice(0, 400)],
  ])("%s that ends early is never sent in part", async (_name, make) => {
    await expect(prepareImage(file(make()), place)).rejects.toMatchObject({
      code: expect.stringMatching(
        canDecode ? /^image-(truncated|undecodable)$/ : /^image-(truncated|format-unsupported)$/,
      ) as string,
    });
  });

  test("a damaged one is called damaged where the browser decodes others", async () => {
    const damaged = jxlHeader([0, 1], [0, 2], [36, 9], [0, 3], [1, 2], [1000, 13], [1, 1]);
    await expect(prepareImage(file(damaged), place)).rejects.toMatchObject({
      code: canDecode ? "image-undecodable" : "image-format-unsupported",
    });
  });
});

test("JPEG XL: a header with too many pixels is rejected", async () => {
  await expect(prepareImage(file(jxlHeader([0, 1], [3, 2], [2 ** 20, 30], [1, 3], [1, 1])))).rejects.toMatchObject({
    code: "image-too-many-pixels",
  });
});

test("JPEG XL: an app's decoder takes it everywhere", async () => {
  const mediaTypes = ["image/jxl"] as const;
  const decode = async () => canvasFile({ width: 1600, height: 1200 }, quadrants, "image/png");
  const image = await prepareImage(file(jxlBytes()), { decoders: [{ mediaTypes, decode }] });
  expect(image).toMatchObject({ width: 1280, height: 960 });
  expect(image.changes[0]!.code).toBe("decoded-by-plugin");
  expect(await inspectImage(file(jxlBytes()))).toMatchObject({ mediaType: "image/jxl" });
});
