/** The recipe for JPEG XL, as docs/recipes.md has it: what an app needs to teach the pipeline a format. */
import { expect, test } from "vitest";
import { prepareImage } from "vision-dropzone/core";
import { jxlBytes } from "../../fixtures/bytes/jxl.js";
import { pixelsOf, quadrantsOf } from "../../fixtures/canvas/files.js";
import { jpegXl } from "../../fixtures/jpeg-xl/jpeg-xl.js";

const timeoutMs = 60_000;

test("the recipe for JPEG XL: a picture is decoded, a damaged one rejected, and an abort ends it", async () => {
  const file = new File([jxlBytes()], "photo.jxl");
  const { blob, ...image } = await prepareImage(file, { decoders: [jpegXl], timeoutMs });
  expect(image).toMatchObject({ name: "photo.jpg", width: 1280, height: 960, source: { mediaType: "image/jxl" } });
  expect(image.changes).toContainEqual(expect.objectContaining({ code: "decoded-by-plugin" }));
  expect(quadrantsOf(await pixelsOf(blob))).toBe("#f00 #0f0 #00f #ff0");
  const damaged = new File([jxlBytes().slice(0, 400)], "photo.jxl");
  await expect(prepareImage(damaged, { decoders: [jpegXl], timeoutMs })).rejects.toMatchObject({
    code: "image-undecodable",
  });
  const controller = new AbortController();
  const aborted = prepareImage(file, { decoders: [jpegXl], timeoutMs, signal: controller.signal });
  controller.abort();
  await expect(aborted).rejects.toMatchObject({ name: "AbortError" });
});
