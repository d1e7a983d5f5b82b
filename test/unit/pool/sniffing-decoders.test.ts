/** Decoders of the app for unknown formats. Jobs and results are cloned, as they are on their way to a worker and back. */
import { describe, expect, test, vi } from "vitest";
import type { Pool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import type { Decoder } from "../../../src/shared/app-codecs.js";
import type { PrepareOptions } from "../../../src/shared/types.js";
import { icoBytes } from "../../fixtures/bytes/ico.js";
import { ascii, type Bytes, zeros } from "../../fixtures/bytes/write.js";
import { fooBytes } from "../../fixtures/made-up-format/format.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";

const FOO = "image/x-foo";

function cloning(): Pool {
  const pool = sharpPool();
  return { ...pool, run: async (job, tools) => structuredClone(await pool.run(structuredClone(job), tools)) };
}

const prepare = (file: Blob, options: PrepareOptions, onHeader = () => {}) =>
  prepareWith(cloning(), file, options, { onHeader });
const fooFile = (bytes: Bytes = fooBytes()) => new File([bytes], "picture.foo");
const isFoo = (head: Uint8Array) => (String.fromCharCode(...head.subarray(0, 4)) === "FOO!" ? FOO : undefined);
const decodeFoo = () => imageFile({ width: 1500, height: 1000, format: "png" });
const foo = (changes: Partial<Decoder> = {}): Decoder => ({
  mediaTypes: [FOO],
  extensions: ["foo"],
  sniff: isFoo,
  decode: decodeFoo,
  ...changes,
});

describe("decoders with sniff", () => {
  test("an unknown format is recognized, decoded and sent", async () => {
    const decode = vi.fn<Decoder["decode"]>(decodeFoo);
    const onHeader = vi.fn();
    const file = fooFile();
    const image = await prepare(file, { decoders: [foo({ decode })] }, onHeader);
    expect(image).toMatchObject({
      name: "picture.jpg",
      mediaType: "image/jpeg",
      width: 1280,
      height: 853,
      source: { mediaType: FOO, width: 1500, height: 1000, orientation: 1, bytes: file.size },
    });
    expect(image.changes[0]).toEqual({
      code: "decoded-by-plugin",
      mediaType: "image/x-foo",
      reason: "FOO was opened by the app's own decoder.",
    });
    expect(decode).toHaveBeenCalledOnce();
    expect(decode.mock.calls[0]![0]).toBe(file);
    expect(decode.mock.calls[0]![1].header).toEqual({
      mediaType: FOO,
      width: 0,
      height: 0,
      orientation: 1,
      frames: "one",
      alpha: undefined,
      bytes: file.size,
    });
    expect(onHeader.mock.calls).toEqual([[expect.objectContaining({ mediaType: FOO, width: 1500, height: 1000 })]]);
  });

  test("sniff gets the first 4 KiB, or all of a shorter file", async () => {
    const sniff = vi.fn<NonNullable<Decoder["sniff"]>>(() => undefined);
    const long = fooFile(fooBytes({ width: 300, height: 200 }));
    await expect(prepare(long, { decoders: [foo({ sniff })] })).rejects.toMatchObject({ code: "not-an-image" });
    await expect(prepare(new Blob([ascii("FOO!")]), { decoders: [foo({ sniff })] })).rejects.toMatchObject({
      code: "not-an-image",
    });
    expect(sniff.mock.calls.map(([head]) => head.length)).toEqual([4_096, 4]);
  });

  test("they are asked in their order, until one knows the file", async () => {
    const asked: string[] = [];
    const asking = (name: string, answer?: string): Decoder =>
      foo({
        mediaTypes: [`image/${name}`],
        sniff: () => {
          asked.push(name);
          return answer;
        },
      });
    const image = await prepare(fooFile(), { decoders: [asking("a"), asking("b", "image/b"), asking("c", "image/c")] });
    expect(asked).toEqual(["a", "b"]);
    expect(image.source.mediaType).toBe("image/b");
  });

  test("a file of a known format is not asked about", async () => {
    const sniff = vi.fn(() => FOO);
    await prepare(await imageFile({ width: 300, height: 200 }), { decoders: [foo({ sniff })] });
    expect(sniff).not.toHaveBeenCalled();
  });

  test("formats that are otherwise rejected by name can be added: camera raws, JPEG 2000, icons", async () => {
    const jpeg2000 = new Blob([Uint8Array.of(0, 0, 0, 0x0c, 0x6a, 0x50, 0x20, 0x20, 0x0d, 0x0a, 0x87, 0x0a)]);
    await expect(prepare(jpeg2000, {})).rejects.toMatchObject({
      code: "image-format-unsupported",
      actual: "a JPEG 2000 picture",
    });
    const sniff = () => "image/jp2";
    expect(await prepare(jpeg2000, { decoders: [foo({ mediaTypes: ["image/jp2"], sniff })] })).toMatchObject({
      width: 1280,
      source: { mediaType: "image/jp2" },
    });
  });

  test.each<[string, Blob, object]>([
    ["nonsense", new Blob([zeros(100)]), { code: "not-an-image", message: "Not an image, or damaged." }],
    ["a document", new Blob(["%PDF-1.7"]), { code: "not-an-image", message: "Not an image but a PDF document." }],
    ["a texture", new Blob(["DDS "]), { code: "image-format-unsupported", actual: "a DirectDraw texture (DDS)" }],
    [
      "an icon",
      new Blob([icoBytes()]),
      { code: "image-format-unsupported", message: "ICO icons aren't supported. Save the picture as PNG." },
    ],
  ])("if no decoder knows it, %s is rejected as usual", async (_, file, rejection) => {
    await expect(prepare(file, {})).rejects.toMatchObject(rejection);
    await expect(prepare(file, { decoders: [foo()] })).rejects.toMatchObject(rejection);
  });

  test("limits.accept, where it is given, must list the format", async () => {
    const decode = vi.fn(decodeFoo);
    const decoders = [foo({ decode })];
    await expect(prepare(fooFile(), { decoders, limits: { accept: ["image/png"] } })).rejects.toMatchObject({
      code: "file-invalid-type",
      actual: FOO,
      message: "FOO isn't accepted here. Accepted: PNG.",
    });
    expect(decode).not.toHaveBeenCalled();
    expect(await prepare(fooFile(), { decoders, limits: { accept: [FOO] } })).toMatchObject({ width: 1280 });
    await expect(prepare(fooFile(), { limits: { accept: [FOO] } })).rejects.toThrow(
      'a type in limits.accept is "image/x-foo"',
    );
  });

  test("limits hold for what was decoded", async () => {
    await expect(prepare(fooFile(), { decoders: [foo()], limits: { maxPixels: 1_000_000 } })).rejects.toMatchObject({
      code: "image-too-many-pixels",
      actual: 1_500_000,
    });
  });

  test.each<[string, Partial<Decoder>, string]>([
    [
      "throws",
      {
        sniff: () => {
          throw new Error("no table");
        },
      },
      "The FOO decoder failed to look at the file: no table",
    ],
    [
      "names a type that it does not decode",
      { sniff: () => "image/x-bar" },
      'The FOO decoder\'s sniff returned "image/x-bar", which is none of its mediaTypes.',
    ],
    [
      "returns no type",
      { sniff: () => true as unknown as string },
      "The FOO decoder's sniff returned true, which is none of its mediaTypes.",
    ],
    ["decodes to no image", { decode: async () => new Blob(["x"]) }, "The FOO decoder did not return an image."],
    [
      "decodes to neither a Blob nor pixels",
      { decode: async () => undefined as unknown as Blob },
      "The FOO decoder returned neither a Blob nor pixels.",
    ],
  ])("a decoder that %s is named", async (_, changes, message) => {
    await expect(prepare(fooFile(), { decoders: [foo(changes)] })).rejects.toMatchObject({
      code: "image-undecodable",
      message,
    });
  });

  test("changing its bytes affects no other decoder", async () => {
    const spoil = foo({ mediaTypes: ["image/x-spoilt"], sniff: (head) => void head.fill(0) });
    expect(await prepare(fooFile(), { decoders: [spoil, foo()] })).toMatchObject({ width: 1280 });
  });
});

test("a decoder for icons needs no sniff: they are recognized here", async () => {
  const decoders = [{ mediaTypes: ["image/vnd.microsoft.icon"], decode: decodeFoo }];
  expect(await prepare(new Blob([icoBytes()]), { decoders })).toMatchObject({
    width: 1280,
    source: { mediaType: "image/vnd.microsoft.icon", width: 32 },
  });
});
