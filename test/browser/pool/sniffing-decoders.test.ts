/** An unknown format, added by a decoder of the app: recognized on the main thread, between two jobs of a worker. */
import { describe, expect, test } from "vitest";
import { type Decoder, prepareImage } from "vision-dropzone/core";
import { canvasFile, pixelsOf, quadrants, quadrantsOf } from "../../fixtures/canvas/files.js";
import { forbidden } from "../../fixtures/canvas/workers.js";
import { fooBytes } from "../../fixtures/made-up-format/format.js";

const decoder: Decoder = {
  mediaTypes: ["image/x-foo"],
  extensions: ["foo"],
  sniff: (head) => (String.fromCharCode(...head.subarray(0, 4)) === "FOO!" ? "image/x-foo" : undefined),
  decode: () => canvasFile({ width: 1600, height: 1200 }, quadrants, "image/png"),
};
const file = () => new File([fooBytes()], "picture.foo");

describe.each([
  ["in a worker", {}],
  ["on the page", { createWorker: forbidden }],
])("decoders with sniff, %s", (_where, place) => {
  test("an unknown file becomes a JPEG of 1280x960", async () => {
    const image = await prepareImage(file(), { ...place, decoders: [decoder] });
    expect(image).toMatchObject({
      name: "picture.jpg",
      width: 1280,
      height: 960,
      source: { mediaType: "image/x-foo", width: 1600, height: 1200 },
    });
    expect(quadrantsOf(await pixelsOf(image.blob))).toBe("#f00 #0f0 #00f #ff0");
  });

  test("a file that the decoder does not know is rejected as usual", async () => {
    await expect(
      prepareImage(new File(["%PDF-1.7"], "a.foo"), { ...place, decoders: [decoder] }),
    ).rejects.toMatchObject({ code: "not-an-image" });
    await expect(prepareImage(file(), place)).rejects.toMatchObject({ code: "not-an-image" });
  });
});
