/** What is sent is the picture and nothing else. */
import { describe, expect, test } from "vitest";
import { commands } from "vitest/browser";
import { prepareImage } from "vision-dropzone/core";
import { anthropicMessages } from "vision-dropzone/endpoints";
import { blobOf, expectRightPicture } from "./prepare-file.js";

const { files: privateFiles, secret } = await commands.makePrivateFiles();

/** With the endpoint named, small PNGs, WebPs and GIFs may be sent as they are: the way on which metadata could slip through. */
const WAYS = [
  ["by itself", {}],
  ["for an endpoint that takes them", { endpoint: anthropicMessages }],
] as const;

describe.each(WAYS)("privacy: %s", (_, options) => {
  test.each(privateFiles.map((file) => [file.name, file.base64] as const))(
    "a %s full of secrets is sent without any",
    async (_name, base64) => {
      const image = await prepareImage(await blobOf(base64), options);
      expect(atob(image.base64)).not.toContain(secret);
      await expectRightPicture(image, { base64 });
      if (image.changes[0]?.code === "kept-original")
        expect(await commands.haveSamePixels(base64, image.base64)).toBe(true);
    },
  );
});

test("privacy: a JPEG and a PNG with metadata are sent stripped, without a new encoding", async () => {
  const kept = privateFiles.filter(({ name }) => /JPEG|PNG/.test(name));
  for (const { base64, name } of kept) {
    const image = await prepareImage(await blobOf(base64), { endpoint: anthropicMessages });
    expect(
      image.changes.map(({ code }) => code),
      name,
    ).toEqual(["kept-original", "metadata-stripped"]);
  }
});
