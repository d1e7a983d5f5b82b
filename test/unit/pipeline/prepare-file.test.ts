import sharp from "sharp";
import { beforeEach, describe, expect, it, test, vi } from "vitest";
import type { EncodeFailure, EncodeJob } from "../../../src/pixels/encode-job.js";
import type { Pool } from "../../../src/pool/pool.js";
import { prepareWith } from "../../../src/pool/prepare.js";
import type { Compress } from "../../../src/shared/app-codecs.js";
import type { PrepareOptions } from "../../../src/shared/types.js";
import { anthropicMessages } from "../../../src/endpoints.js";
import { acceptAttribute } from "../../../src/shared/media-types.js";
import { jpegBytes } from "../../fixtures/bytes/jpeg.js";
import { jxlBytes } from "../../fixtures/bytes/jxl.js";
import { pngHeaderBytes } from "../../fixtures/bytes/png.js";
import { heldPool } from "../../fixtures/held-pool.js";
import { poolOf } from "../../fixtures/pool-of.js";
import { sharpPool } from "../../fixtures/sharp-pool.js";
import { imageFile } from "../../fixtures/sharp-images.js";

let pool: Pool & { jobs: EncodeJob[] };
beforeEach(() => {
  pool = sharpPool();
});
const prepare = (file: Blob, options?: PrepareOptions) => prepareWith(pool, file, options);
const codes = ({ changes }: { changes: readonly { code: string }[] }) => changes.map(({ code }) => code);
const fileOf = async (image: ReturnType<typeof sharp>, name: string, type: string) =>
  new File([new Uint8Array(await image.toBuffer())], name, { type });
const metadataOf = async (blob: Blob) => sharp(Buffer.from(await blob.arrayBuffer())).metadata();

describe("prepareImage: what is sent", () => {
  it("downsizes, rotates upright and says what it did", async () => {
    const image = await prepare(await imageFile({ width: 1600, height: 2400, orientation: 6, name: "IMG_1.JPG" }));
    expect(image).toMatchObject({
      name: "IMG_1.JPG",
      width: 1280,
      height: 853,
      mediaType: "image/jpeg",
      engine: "sharp",
    });
    expect(image.source).toMatchObject({ name: "IMG_1.JPG", width: 2400, height: 1600, orientation: 6 });
    expect(codes(image)).toEqual(["rotated", "resized", "reencoded"]);
    expect(image.base64).toBe(Buffer.from(await image.blob.arrayBuffer()).toString("base64"));
    expect(image.bytes).toBe(image.blob.size);
    expect(image.durationMs).toBeGreaterThan(0);
  });

  it("keeps an upright JPEG that fits, pixel for pixel, without its metadata (GPS too)", async () => {
    const exif = { IFD0: { Make: "Camera" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 30/1" } };
    const plain = sharp({ create: { width: 640, height: 480, channels: 3, background: "#369" } });
    const file = await fileOf(plain.jpeg({ quality: 90 }).withExif(exif), "here.jpg", "image/jpeg");
    expect((await metadataOf(file)).exif).toBeDefined();
    const image = await prepare(file);
    expect(codes(image)).toEqual(["kept-original", "metadata-stripped"]);
    expect(image.changes[1]!.reason).toContain("GPS");
    expect((await metadataOf(image.blob)).exif).toBeUndefined();
    // The check that it decodes, and the probe, done once, whether the browser accepts half pictures.
    expect(pool.jobs.map(({ target }) => target)).toEqual([
      { width: 64, height: 48 },
      { width: 8, height: 16 },
    ]);
    await prepare(file);
    expect(pool.jobs).toHaveLength(3);
    const pixels = async (blob: Blob) =>
      sharp(Buffer.from(await blob.arrayBuffer()))
        .raw()
        .toBuffer();
    expect(await pixels(image.blob)).toEqual(await pixels(file));
    expect(image.engine).toBe("none");
  });

  it("rejects a JPEG that fits but does not decode: it would fail every later message (T10)", async () => {
    const whole = new Uint8Array(await (await imageFile({ width: 640, height: 480 })).arrayBuffer());
    // Its Huffman tables name more codes than they hold.
    const dht = whole.findIndex((value, at) => value === 0xff && whole[at + 1] === 0xc4);
    whole.fill(0xff, dht + 5, dht + 12);
    await expect(prepare(new File([whole], "damaged.jpg"))).rejects.toMatchObject({ code: "image-undecodable" });
  });

  it("keeps a JPEG that fits where nothing can be drawn, as in Node", async () => {
    const unable = poolOf(async () => ({ status: "failed", failure: "unencodable", detail: "", backend: "none" }));
    expect((await prepareWith(unable, await imageFile({ width: 64, height: 48 }))).changes[0]!.code).toBe(
      "kept-original",
    );
    await expect(prepareWith(unable, await imageFile({ width: 2000, height: 1500 }))).rejects.toMatchObject({
      code: "image-unencodable",
    });
  });

  it("throws for what is no file at all", async () => {
    await expect(prepare("https://a.example/b.jpg" as never)).rejects.toThrow(TypeError);
  });

  it("encodes again an upright JPEG that fits but carries colours of its own", async () => {
    const p3 = sharp({ create: { width: 64, height: 48, channels: 3, background: "#369" } })
      .jpeg()
      .withIccProfile("p3");
    const image = await prepare(await fileOf(p3, "p3.jpg", "image/jpeg"));
    expect(codes(image)).toEqual(["reencoded"]);
  });

  it("names a re-encoded file by what is in it (T12)", async () => {
    expect(await prepare(await imageFile({ width: 20, height: 20, format: "png", name: "shot.png" }))).toMatchObject({
      name: "shot.jpg",
      mediaType: "image/jpeg",
    });
    expect(await prepare(await imageFile({ width: 20, height: 20, format: "png", name: "lies.jpg" }))).toMatchObject({
      name: "lies.jpg",
      source: { mediaType: "image/png" },
    });
    expect(await prepare(new Blob([await imageFile({ width: 20, height: 20 })]))).toMatchObject({ name: "image.jpg" });
  });

  it("flattens transparency and says on which colour (T17)", async () => {
    const image = await prepare(await imageFile({ width: 20, height: 20, format: "png", transparent: true }), {
      background: "#00ff00",
    });
    expect(codes(image)).toContain("flattened");
    expect(image.changes.find(({ code }) => code === "flattened")!.reason).toContain("#00ff00");
  });

  it("sends the first frame of an animation and says so (T25)", async () => {
    const frames = sharp(Buffer.alloc(20 * 40 * 3, 90).fill(200, 20 * 20 * 3), {
      raw: { width: 20, height: 40, channels: 3, pageHeight: 20 },
    });
    const image = await prepare(await fileOf(frames.gif({ delay: [100, 100] }), "a.gif", "image/gif"), {
      endpoint: anthropicMessages,
    });
    expect(codes(image)).toContain("first-frame");
    expect(image.mediaType).toBe("image/jpeg");
  });

  it("flattens a transparent PNG even where the file itself is smaller than its JPEG", async () => {
    const clear = sharp({
      create: { width: 600, height: 400, channels: 4, background: { r: 200, g: 0, b: 0, alpha: 0.5 } },
    }).png();
    const image = await prepare(await fileOf(clear, "clear.png", "image/png"), { endpoint: anthropicMessages });
    expect(image.mediaType).toBe("image/jpeg");
    expect(codes(image)).toContain("flattened");
  });

  it("keeps a flat PNG that encoding would make larger, where the endpoint takes PNG", async () => {
    const flat = sharp({ create: { width: 600, height: 400, channels: 3, background: "#fff" } }).png();
    const file = await fileOf(flat, "flat.png", "image/png");
    const kept = await prepare(file, { endpoint: anthropicMessages });
    expect(kept).toMatchObject({ mediaType: "image/png", name: "flat.png" });
    expect(kept.changes[0]).toMatchObject({
      code: "kept-original",
      reason: expect.stringContaining("saved again it would have"),
    });
    expect((await prepare(file)).mediaType).toBe("image/jpeg");
  });
});

describe("prepareImage: byte limits", () => {
  it("lowers quality, then size, to stay under maxImageBytes counted on base64 (T8, T9)", async () => {
    const file = await imageFile({ width: 1280, height: 960 });
    const free = await prepare(file);
    const maxImageBytes = Math.round(free.base64.length / 4);
    const image = await prepare(file, { limits: { maxImageBytes } });
    expect(image.base64.length).toBeLessThanOrEqual(maxImageBytes);
    expect(codes(image)).toContain("quality-lowered");
  });

  it("rejects with both figures when nothing helps", async () => {
    const file = await imageFile({ width: 1280, height: 960 });
    await expect(prepare(file, { limits: { maxImageBytes: 500 } })).rejects.toMatchObject({
      code: "image-too-large",
      limit: 500,
    });
  });
});

describe("prepareImage: rejected before anything is decoded", () => {
  const claim = (width: number, height: number) => new File([pngHeaderBytes(width, height)], "claim.png");
  test.each<[string, () => File | Promise<File>, PrepareOptions, object]>([
    ["an empty file", () => new File([], "a.jpg"), {}, { code: "file-empty", actual: 0 }],
    ["text named .png", () => new File(["hello"], "a.png", { type: "image/png" }), {}, { code: "not-an-image" }],
    [
      "a PNG claiming 60000x60000",
      () => claim(60_000, 60_000),
      {},
      { code: "image-too-many-pixels", actual: 3_600_000_000, limit: 100_000_000 },
    ],
    [
      "too many bytes",
      () => imageFile({ width: 50, height: 50 }),
      { limits: { maxFileBytes: 100 } },
      { code: "file-too-large", limit: 100 },
    ],
    [
      "a format not accepted",
      () => new File(['<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'], "a.svg"),
      {},
      { code: "file-invalid-type", actual: "image/svg+xml" },
    ],
    [
      "a JPEG truncated in the middle",
      async () => {
        const whole = await imageFile({ width: 2000, height: 1500 });
        return new File([whole.slice(0, Math.floor(whole.size / 2))], "truncated.jpg");
      },
      {},
      { code: "image-truncated" },
    ],
    [
      "a PNG without its end",
      async () => {
        const whole = await imageFile({ width: 200, height: 150, format: "png" });
        return new File([whole.slice(0, whole.size - 12)], "truncated.png");
      },
      {},
      { code: "image-truncated" },
    ],
  ])("%s", async (_name, file, options, error) => {
    await expect(prepare(await file(), options)).rejects.toMatchObject({ name: "ImageError", ...error });
    expect(pool.jobs).toHaveLength(0);
  });

  it("a file that can no longer be read", async () => {
    const gone = new File(["x".repeat(100)], "gone.jpg");
    const unreadable = () => {
      throw new DOMException("The file could not be read.", "NotReadableError");
    };
    Object.assign(gone, { slice: () => Object.assign(new Blob(["x"]), { arrayBuffer: unreadable }) });
    await expect(prepare(gone)).rejects.toMatchObject({ code: "file-unreadable" });
  });
});

describe("prepareImage: a browser that cannot encode", () => {
  it("names the format it cannot decode", async () => {
    const tiff = await imageFile({ width: 2000, height: 1500, format: "tiff" });
    const held = heldPool();
    const preparing = prepareWith(held, tiff);
    await held.started(1);
    held.jobs[0]!.release({ status: "failed", failure: "undecodable", detail: "InvalidStateError", backend: "held" });
    await expect(preparing).rejects.toMatchObject({
      code: "image-format-unsupported",
      message: expect.stringMatching(/can't open TIFF images\. Save it/),
    });
  });

  test.each([
    ["timeout", "decode-timeout"],
    ["blank", "image-undecodable"],
    ["undecodable", "image-undecodable"],
    ["unencodable", "image-unencodable"],
  ] as const)("%s becomes %s", async (failure, code) => {
    const held = heldPool();
    const preparing = prepareWith(held, await imageFile({ width: 2000, height: 1500 }));
    await held.started(1);
    held.jobs[0]!.release({ status: "failed", failure, detail: "why", backend: "held" });
    await expect(preparing).rejects.toMatchObject({ code });
  });

  describe("passthrough: the original as the last resort", () => {
    const failing = (failure: EncodeFailure) =>
      poolOf(async () => ({ status: "failed", failure, detail: "The setting is on.", backend: "none" }));
    const endpoint = anthropicMessages;

    it("is sent without its metadata, and why is said", async () => {
      const photo = sharp({ create: { width: 4000, height: 3000, channels: 3, background: "#369" } })
        .jpeg()
        .withExif({ IFD0: { Make: "Camera" } });
      const image = await prepareWith(failing("unencodable"), await fileOf(photo, "photo.jpg", "image/jpeg"), {
        endpoint,
      });
      expect(image).toMatchObject({ width: 4000, height: 3000, engine: "none", name: "photo.jpg" });
      expect(codes(image)).toEqual(["kept-original", "metadata-stripped"]);
      expect(image.changes[0]!.reason).toMatch(
        /The setting is on\. The original is sent instead, not resized: JPEG, 4000 × 3000/,
      );
      expect((await metadataOf(image.blob)).exif).toBeUndefined();
    });

    it("is rejected over the byte limit, with both figures", async () => {
      const file = await imageFile({ width: 2000, height: 1500 });
      await expect(
        prepareWith(failing("unencodable"), file, { endpoint, limits: { maxImageBytes: 5000 } }),
      ).rejects.toMatchObject({
        code: "image-unencodable",
        message: expect.stringMatching(/The setting is on\..*Too large: .* as sent\. The limit is 5\.0 kB/) as string,
      });
    });

    test.each(["undecodable", "blank", "timeout"] as const)("is not sent when the failure is %s", async (failure) => {
      const file = await imageFile({ width: 2000, height: 1500 });
      await expect(prepareWith(failing(failure), file, { endpoint })).rejects.toMatchObject({
        code: failure === "timeout" ? "decode-timeout" : "image-undecodable",
      });
    });
  });

  it("plans anew when a PNG decodes to another size than its header says, but not twice, and never for JPEG", async () => {
    const wrong = { status: "wrong-size", width: 1500, height: 2000, backend: "held" } as const;
    const held = heldPool();
    const preparing = prepareWith(held, await imageFile({ width: 2000, height: 1500, format: "png" }));
    await held.started(1);
    held.jobs[0]!.release(wrong);
    await held.started(2);
    expect(held.jobs[1]!.job).toMatchObject({
      source: { width: 1500, height: 2000, orientation: 1 },
      target: { width: 720, height: 960 },
    });
    held.jobs[1]!.release({ ...wrong, width: 7 });
    await expect(preparing).rejects.toMatchObject({ code: "image-undecodable" });
    const jpeg = prepareWith(held, await imageFile({ width: 2000, height: 1500 }));
    await held.started(3);
    held.jobs[2]!.release(wrong);
    await expect(jpeg).rejects.toMatchObject({ code: "image-undecodable" });
  });
});

describe("prepareImage: a side shorter than the endpoint takes", () => {
  const endpoint = { ...anthropicMessages, caps: { ...anthropicMessages.caps, minEdgePx: 28 } };
  const tiny = (format: "png" | "jpeg" = "png") => imageFile({ width: 16, height: 14, format });
  const tooShort = {
    code: "image-edge-too-short",
    actual: 14,
    limit: 28,
    message: "Too small: 16 × 14 pixels. This API needs at least 28 a side.",
  };

  test.each(["png", "jpeg"] as const)("a %s of 16x14 is padded to 28x28", async (format) => {
    const image = await prepare(await tiny(format), { endpoint, background: "#ff0000" });
    expect(image).toMatchObject({ width: 28, height: 28, mediaType: "image/jpeg", source: { width: 16, height: 14 } });
    expect(codes(image)).toEqual(["padded", "reencoded"]);
    expect(image.changes[0]!.reason).toBe(
      "Padded from 16 × 14 to 28 × 28 with #ff0000: this API needs at least 28 pixels a side.",
    );
    const { data } = await sharp(Buffer.from(await image.blob.arrayBuffer()))
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 3)].map((level) => level > 128)).toEqual([true, false, false]);
  });

  it("is rejected with both figures where the original would have to be sent", async () => {
    const unable = poolOf(async () => ({ status: "failed", failure: "unencodable", detail: "", backend: "none" }));
    await expect(prepareWith(unable, await tiny("jpeg"), { endpoint })).rejects.toMatchObject(tooShort);
  });

  it("is rejected with both figures where the app compresses, before it is called and by its result", async () => {
    const compress = vi.fn<Compress>(async () => new Blob([await tiny("jpeg")]));
    await expect(prepare(await tiny(), { endpoint, compress })).rejects.toMatchObject(tooShort);
    expect(compress).not.toHaveBeenCalled();
    await expect(prepare(await imageFile({ width: 2000, height: 1500 }), { endpoint, compress })).rejects.toMatchObject(
      tooShort,
    );
  });

  it("is sent as it is where no endpoint says so", async () => {
    expect(codes(await prepare(await tiny("jpeg")))).toEqual(["kept-original"]);
  });
});

test("prepareImage: outside of browsers nothing decodes row by row, and the limit is that of other files", async () => {
  const unable = poolOf(async () => ({ status: "failed", failure: "unencodable", detail: "", backend: "none" }));
  const file = new Blob([jpegBytes({ width: 12_000, height: 9_000 })]);
  const { maxEdgePx: _, ...caps } = anthropicMessages.caps;
  const refused = prepareWith(unable, file, { endpoint: { ...anthropicMessages, caps } });
  await expect(refused).rejects.toMatchObject({
    code: "image-too-many-pixels",
    actual: 108_000_000,
    limit: 100_000_000,
  });
});

test("prepareImage: a format that this browser does not decode is rejected by name, a damaged file of it as damaged", async () => {
  const failing = (failure: "unsupported" | "undecodable") =>
    poolOf(async () => ({ status: "failed", failure, detail: "", backend: "none" }));
  const file = new Blob([jxlBytes()]);
  await expect(prepareWith(failing("unsupported"), file)).rejects.toMatchObject({
    code: "image-format-unsupported",
    actual: "image/jxl",
    message: expect.stringContaining("JPEG XL"),
  });
  await expect(prepareWith(failing("undecodable"), file)).rejects.toMatchObject({
    code: "image-undecodable",
    message: expect.stringContaining("JPEG XL"),
  });
  expect(acceptAttribute()).toContain("image/jxl,.jxl");
});

describe("prepareImage: abort", () => {
  it("rejects with AbortError for a signal aborted at the start, and starts nothing", async () => {
    const file = await imageFile({ width: 2000, height: 1500 });
    await expect(prepare(file, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
    expect(pool.jobs).toHaveLength(0);
  });

  it("rejects with the signal's own reason while the picture is encoded", async () => {
    const held = heldPool();
    const controller = new AbortController();
    const preparing = prepareWith(held, await imageFile({ width: 2000, height: 1500 }), { signal: controller.signal });
    await held.started(1);
    controller.abort("changed my mind");
    await expect(preparing).rejects.toBe("changed my mind");
  });
});

describe("prepareImage: the app's compressor", () => {
  const file = () => imageFile({ width: 2000, height: 1500 });
  const jpeg = async (width: number, height: number) => new Blob([await imageFile({ width, height })]);

  it("runs in place of our encoder, with the planned size and quality", async () => {
    const compress = vi.fn<Compress>(async () => jpeg(1280, 960));
    const image = await prepare(await file(), { compress });
    expect(compress.mock.calls[0]![1]).toMatchObject({
      width: 1280,
      height: 960,
      mediaType: "image/jpeg",
      quality: 0.85,
      background: "#ffffff",
      header: { width: 2000 },
    });
    expect(image).toMatchObject({ width: 1280, height: 960, engine: "app" });
    expect(codes(image)).toContain("compressed-by-app");
    expect(pool.jobs).toHaveLength(0);
  });

  it.each(["srgb", "p3"])("has its metadata stripped; its %s profile may stay", async (profile) => {
    const withExif = sharp({ create: { width: 100, height: 75, channels: 3, background: "#369" } })
      .jpeg()
      .withIccProfile(profile)
      .withExif({ IFD0: { Make: "Camera" } });
    const made = await fileOf(withExif, "a.jpg", "image/jpeg");
    const image = await prepare(await file(), { compress: async () => made });
    const { exif, icc } = await metadataOf(image.blob);
    expect(exif).toBeUndefined();
    expect(icc === undefined).toBe(profile === "srgb");
  });

  const lyingOn = (orientation: number) => imageFile({ width: 120, height: 75, orientation });

  it.each([2, 3, 4, 5, 6, 7, 8])(
    "is rotated upright where it leaves EXIF orientation %i to others, before its EXIF is stripped",
    async (orientation) => {
      const made = await lyingOn(orientation);
      const image = await prepare(await file(), { compress: async () => made });
      const upright = sharp(Buffer.from(await made.arrayBuffer())).rotate();
      const [sent, wanted] = await Promise.all(
        [sharp(Buffer.from(await image.blob.arrayBuffer())), upright].map((picture) =>
          picture.raw().toBuffer({ resolveWithObject: true }),
        ),
      );
      expect(sent!.info).toMatchObject({ width: wanted!.info.width, height: wanted!.info.height });
      expect(image).toMatchObject({ width: wanted!.info.width, height: wanted!.info.height, engine: "app" });
      const apart = sent!.data.reduce((sum, level, at) => sum + Math.abs(level - wanted!.data[at]!), 0);
      expect(apart / sent!.data.length).toBeLessThan(4);
      expect((await metadataOf(image.blob)).exif).toBeUndefined();
      expect(image.changes.find(({ code }) => code === "compressed-by-app")?.reason).toContain("rotated upright");
    },
  );

  it("is rejected with advice if it relies on EXIF orientation and nothing can be drawn", async () => {
    const unable = poolOf(async () => ({
      status: "failed",
      failure: "unencodable",
      detail: "no canvas",
      backend: "none",
    }));
    const refused = prepareWith(unable, await file(), { compress: () => lyingOn(6) });
    await expect(refused).rejects.toMatchObject({
      code: "compress-failed",
      message: expect.stringContaining("Return upright pixels"),
      cause: "no canvas",
    });
  });

  it("is labelled by content, also where a profile stays", async () => {
    const small = sharp({ create: { width: 100, height: 75, channels: 3, background: "#369" } });
    for (const made of [
      await fileOf(small.clone().jpeg(), "a.html", "text/html"),
      await fileOf(small.clone().withIccProfile("p3").jpeg(), "a.html", "text/html"),
    ]) {
      const { blob, bytes } = await prepare(await file(), { compress: async () => made });
      expect(blob.type).toBe("image/jpeg");
      expect(bytes).toBeLessThanOrEqual(made.size);
    }
  });

  test.each<[string, Compress, RegExp]>([
    [
      "throws",
      async () => {
        throw new Error("quota");
      },
      /failed: quota/,
    ],
    [
      "throws at once",
      () => {
        throw new Error("sync");
      },
      /failed: sync/,
    ],
    ["returns no Blob", async () => "x" as unknown as Blob, /did not return a Blob/],
    ["returns nothing", () => undefined as unknown as Promise<Blob>, /did not return a Blob/],
    ["returns no image", async () => new Blob(["hello"]), /isn't an image/],
    ["returns too large an image", async () => jpeg(1281, 960), /returned 1281 × 960; at most 1280 × 960/],
    [
      "returns an image whose metadata cannot be removed",
      async () =>
        new Blob([
          await sharp({ create: { width: 9, height: 9, channels: 4, background: "#369" } })
            .toColourspace("cmyk")
            .jpeg()
            .toBuffer(),
        ]),
      /JPEG whose metadata can't be removed/,
    ],
    ["never answers", () => new Promise(() => {}), /did not answer within 50 ms/],
  ])("is rejected when it %s", async (name, compress, message) => {
    const refused = prepare(await file(), { compress, ...(name === "never answers" && { timeoutMs: 50 }) });
    await expect(refused).rejects.toMatchObject({ code: "compress-failed", message: expect.stringMatching(message) });
  });

  it("gets the signal on abort, and the abort stays an abort", async () => {
    const controller = new AbortController();
    let isSignalAborted = false;
    const compress: Compress = (_file, { signal }) => {
      controller.abort();
      isSignalAborted = signal.aborted;
      return new Promise(() => {});
    };
    await expect(prepare(await file(), { compress, signal: controller.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(isSignalAborted).toBe(true);
  });
});

describe("prepareImage: added decoders", () => {
  it("decode what browsers cannot, and the log says so", async () => {
    const png = await imageFile({ width: 2000, height: 1500, format: "png" });
    const image = await prepare(await imageFile({ width: 2000, height: 1500, format: "tiff", name: "scan.tif" }), {
      decoders: [{ mediaTypes: ["image/tiff"], decode: async () => png }],
    });
    expect(image).toMatchObject({ width: 1280, name: "scan.jpg", source: { mediaType: "image/tiff" } });
    expect(codes(image)[0]).toBe("decoded-by-plugin");
  });

  test.each([
    [
      "throws",
      () => {
        throw new Error("no memory");
      },
      "image-undecodable",
      /failed: no memory/,
    ],
    [
      "returns no Blob",
      async () => ({ size: 1 }) as Blob,
      "image-undecodable",
      /The TIFF decoder returned neither a Blob nor pixels/,
    ],
    [
      "returns nothing",
      () => undefined as unknown as Promise<Blob>,
      "image-undecodable",
      /The TIFF decoder returned neither a Blob nor pixels/,
    ],
    ["returns no image", async () => new Blob(["x"]), "image-undecodable", /did not return an image/],
    ["never answers", () => new Promise<Blob>(() => {}), "decode-timeout", /within 50 ms/],
  ])("a decoder that %s", async (_name, decode, code, message) => {
    const tiff = await imageFile({ width: 200, height: 150, format: "tiff" });
    await expect(
      prepare(tiff, { decoders: [{ mediaTypes: ["image/tiff"], decode }], timeoutMs: 50 }),
    ).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});
