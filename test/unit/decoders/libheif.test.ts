/** A decoder that broke down in the middle of its work. */
import { expect, test, vi } from "vitest";
import { ImageError } from "../../../src/shared/errors.js";
import { heicFile } from "../../fixtures/bytes/heic.js";
import { trap } from "../../fixtures/wasm-trap.js";

/** As it is, and counted. */
vi.mock("libheif-js/libheif-wasm/libheif-bundle.mjs", async (original) => ({
  default: vi.fn((await original<{ default: () => unknown }>()).default),
}));

test("libheif: a module that trapped is not used again; one that rejected a file is", async () => {
  // Another file may have loaded it without the count.
  vi.resetModules();
  const { decodeHeif } = await import("../../../src/decoders/heic/libheif.js");
  const { default: createLibHeif } = await import("libheif-js/libheif-wasm/libheif-bundle.mjs");
  const bytes = new Uint8Array(await heicFile("plain").arrayBuffer());
  const size = { width: 160, height: 120 };
  const tooLarge = () => {
    throw new ImageError("image-too-many-pixels", "too large");
  };
  expect(await decodeHeif(bytes, () => {})).toMatchObject(size);
  await expect(decodeHeif(bytes, tooLarge)).rejects.toThrow("too large");
  await expect(decodeHeif(bytes.subarray(0, 300), () => {})).rejects.not.toMatchObject({ name: "DecoderCrash" });
  expect(await decodeHeif(bytes, () => {})).toMatchObject(size);
  expect(createLibHeif).toHaveBeenCalledTimes(1);
  await expect(decodeHeif(bytes, trap)).rejects.toMatchObject({ name: "DecoderCrash" });
  expect(await decodeHeif(bytes, () => {})).toMatchObject(size);
  expect(createLibHeif).toHaveBeenCalledTimes(2);
});
