/** `truncated: "accept"`: half a picture is sent with a change that says so, or rejected; never presented as complete. */
import { expect, test } from "vitest";
import { commands } from "vitest/browser";
import { ImageError, prepareImage } from "vision-dropzone/core";
import { blobOf } from "./prepare-file.js";

const truncated = (await commands.makeHostileFiles()).filter(({ name }) => / truncated to (30|60|90) %/.test(name));

test.each(truncated.map((file) => [file.name, file] as const))("truncated files: %s", async (_, { base64 }) => {
  const outcome = await prepareImage(await blobOf(base64), { truncated: "accept" }).catch((error: unknown) => error);
  if (outcome instanceof Error) {
    if (!(outcome instanceof ImageError)) throw outcome;
    expect(["image-truncated", "not-an-image", "image-format-unsupported", "image-undecodable"]).toContain(
      outcome.code,
    );
    return;
  }
  const image = outcome as Awaited<ReturnType<typeof prepareImage>>;
  expect(image.changes[0]).toMatchObject({ code: "truncated" });
  expect(image.changes.map(({ code }) => code)).not.toContain("kept-original");
  const { liveliness } = await commands.judgePicture({ base64 }, image.base64);
  expect(liveliness, "a blank sheet").toBeGreaterThan(5);
});

test("truncated: a JPEG truncated in the middle shows its upper part in every browser", async () => {
  const { base64, shows } = truncated.find(({ name }) => name === "jpeg: baseline, truncated to 60 %")!;
  const image = await prepareImage(await blobOf(base64), { truncated: "accept" });
  expect(image.changes.map(({ code }) => code)).toContain("truncated");
  const points = [40, 120, 200].map((x) => [x, 30] as const);
  const [seen, whole] = await Promise.all([commands.pixelsAt(image.base64, points), commands.pixelsAt(shows, points)]);
  for (const [n, colour] of seen.entries()) {
    for (const [channel, level] of colour.entries()) expect(Math.abs(level - whole[n]![channel]!)).toBeLessThan(12);
  }
  await expect(prepareImage(await blobOf(base64))).rejects.toMatchObject({ code: "image-truncated" });
});
