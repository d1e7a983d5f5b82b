/** Hostile files: truncated at each place, lying about their size, damaged in every layer, or no picture at all. */
import { expect, test } from "vitest";
import { commands } from "vitest/browser";
import { ImageError } from "vision-dropzone/core";
import { blobOf, expectRightPicture, prepareFile } from "./prepare-file.js";

const files = (await commands.makeHostileFiles()).map((file) => [file.name, file] as const);

test.each(files)("hostile files: %s", async (name, { expected, codes, base64, shows }) => {
  const [, format] = /^(jpeg|png|gif|webp|avif|bmp|ico)\b/.exec(name) ?? [];
  const category = `made: ${format ?? "anything else"}`;
  // Every one is called a JPEG: names and types are not believed.
  const file = new File([await blobOf(base64)], "photo.jpg", { type: "image/jpeg" });
  const outcome = await prepareFile({ set: "made", category, name, expected }, file);
  if (outcome instanceof ImageError) {
    expect(expected, `${outcome.code}: ${outcome.message}`).not.toBe("picture");
    if (codes) expect(codes).toContain(outcome.code);
    return;
  }
  expect(expected, `prepared as ${outcome.width}x${outcome.height}`).not.toBe("refuse");
  expect(outcome.mediaType).toBe("image/jpeg");
  await expectRightPicture(outcome, { base64: shows });
});
