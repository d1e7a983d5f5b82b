/** The public function in a real browser, on real encodes. */
import { describe, expect, inject, it, test } from "vitest";
import { strategyIn } from "../fixtures/canvas/encoders.js";
import { busy, canvasFile, pixelsOf, quadrants, quadrantsOf } from "../fixtures/canvas/files.js";
import { UPRIGHT, withOrientation } from "../fixtures/canvas/jpeg-parts.js";
import { type ImageError, inspectImage, prepareImage, type PreparedImage } from "vision-dropzone/core";
import { anthropicMessages } from "vision-dropzone/endpoints";
import { pngHeaderBytes } from "../fixtures/bytes/png.js";

const shared = inject("sharedFolder");

/** Four quarters of different colour under a fine pattern: rotated, mirrored or blank pictures differ at a glance. */
async function picture(width: number, height: number, type = "image/png", opacity = 1): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d")!;
  context.globalAlpha = opacity;
  for (const [index, colour] of ["#c22", "#2a4", "#24c", "#ec3"].entries()) {
    context.fillStyle = colour;
    context.fillRect(((index % 2) * width) / 2, (Math.floor(index / 2) * height) / 2, width / 2, height / 2);
  }
  return canvas.convertToBlob({ type, quality: 0.9 });
}

/** The picture as 8x8 averages, for a comparison that no resampler changes much. */
async function coarsePixels(blob: Blob): Promise<number[]> {
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(64, 64);
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, 64, 64);
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, 0, 0, 64, 64);
  bitmap.close();
  const { data } = context.getImageData(0, 0, 64, 64);
  const sums = new Array<number>(8 * 8 * 3).fill(0);
  for (let at = 0; at < 64 * 64; at += 1) {
    const cell = Math.floor(at / 64 / 8) * 8 + Math.floor((at % 64) / 8);
    for (let channel = 0; channel < 3; channel += 1) sums[cell * 3 + channel]! += data[at * 4 + channel]! / 64;
  }
  return sums;
}

async function expectSamePicture(sent: Blob, source: Blob): Promise<void> {
  const [mine, theirs] = await Promise.all([coarsePixels(sent), coarsePixels(source)]);
  const worst = Math.max(...mine.map((value, index) => Math.abs(value - theirs[index]!)));
  expect(worst).toBeLessThan(12);
}

describe("prepareImage", () => {
  test.each([
    [4032, 3024, 1280, 960],
    [3024, 4032, 720, 960],
    [6000, 1000, 1280, 213],
    [1, 5000, 1, 960],
    [2733, 2049, 1280, 960],
  ])("%ix%i becomes a JPEG of %ix%i that shows the same", async (width, height, toWidth, toHeight) => {
    const file = await picture(width, height);
    const image = await prepareImage(file);
    expect(image).toMatchObject({ width: toWidth, height: toHeight, mediaType: "image/jpeg" });
    expect(await inspectImage(image.blob)).toMatchObject({
      mediaType: "image/jpeg",
      width: toWidth,
      height: toHeight,
      bytes: image.bytes,
    });
    expect(image.engine).toEqual(strategyIn("worker"));
    if (width > 1) await expectSamePicture(image.blob, file);
  });

  it("gives base64 that decodes to the blob", async () => {
    const image = await prepareImage(await picture(1600, 1200));
    const fetched = new Uint8Array(await (await fetch(`data:image/jpeg;base64,${image.base64}`)).arrayBuffer());
    expect(fetched).toEqual(new Uint8Array(await image.blob.arrayBuffer()));
  });

  it("turns the box with a portrait when asked", async () => {
    const image = await prepareImage(await picture(1500, 2000), { box: { width: 1280, height: 960, turn: true } });
    expect(image).toMatchObject({ width: 960, height: 1280 });
  });

  it("lays transparent pixels on white, or on the colour given (T17)", async () => {
    const clear = await picture(800, 600, "image/png", 0.5);
    await expectSamePicture((await prepareImage(clear)).blob, clear);
    const onBlack = await coarsePixels((await prepareImage(clear, { background: "#000" })).blob);
    expect(onBlack[0]).toBeLessThan(120);
  });

  test.each(["ff0000", "no colour at all", ""])("does not take %j for a colour", async (background) => {
    await expect(prepareImage(await picture(40, 30), { background })).rejects.toThrow(
      /background is ".*"\. Pass a CSS colour/,
    );
  });

  it("keeps a JPEG that fits, byte for byte but for its metadata", async () => {
    const file = await picture(640, 480, "image/jpeg");
    const image = await prepareImage(file);
    expect(image).toMatchObject({ width: 640, height: 480, engine: "none" });
    expect(image.changes[0]!.code).toBe("kept-original");
    expect(image.bytes).toBeLessThanOrEqual(file.size);
    await expectSamePicture(image.blob, file);
  });

  it("prepares twenty at once, in order, each its own picture", async () => {
    const files = await Promise.all(Array.from({ length: 20 }, (_, index) => picture(1300 + index, 1000)));
    const images = await Promise.all(files.map((file) => prepareImage(file)));
    expect(images.map(({ source }) => source.width)).toEqual(files.map((_, index) => 1300 + index));
    expect(new Set(images.map(({ id }) => id)).size).toBe(20);
  });
});

describe("limits.maxImageBytes", () => {
  /** Detail everywhere, as in a photo, and the same in each run. */
  async function detailed(width: number, height: number, opacity = 1): Promise<Blob> {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d")!;
    context.globalAlpha = opacity;
    let seed = 1;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (let at = 0; at < 6_000; at += 1) {
      context.fillStyle = `hsl(${random() * 360} 60% ${20 + random() * 60}%)`;
      const size = 4 + random() ** 3 * width * 0.2;
      context.fillRect(random() * width, random() * height, size, size * (0.3 + random()));
    }
    return canvas.convertToBlob({ type: "image/png" });
  }

  test.each([
    ["lower quality", {}, 0.7],
    ["fewer pixels", {}, 0.25],
    ["another format", { mediaType: "image/webp" as const }, 0.8],
    ["the background", { background: "#204060" }, 0.6],
  ])("%s: the picture stays under it, and uses nine tenths", async (name, options, share) => {
    const file = await detailed(1800, 1350, name === "the background" ? 0.6 : 1);
    // Some browsers write no WebP.
    const full = await prepareImage(file, options).catch((error: unknown) => error);
    if (full instanceof Error) return expect(full).toMatchObject({ code: "image-unencodable" });
    const { base64, width } = full as PreparedImage;
    const maxImageBytes = Math.floor(base64.length * share);
    const image = await prepareImage(file, { ...options, limits: { maxImageBytes } });
    expect(image.base64.length).toBeLessThanOrEqual(maxImageBytes);
    expect(image.base64.length).toBeGreaterThanOrEqual(0.9 * maxImageBytes);
    expect(image.width < width).toBe(name === "fewer pixels");
    expect(image.changes.map(({ code }) => code)).toContain("quality-lowered");
    const shown = await createImageBitmap(image.blob);
    expect([shown.width, shown.height]).toEqual([image.width, image.height]);
    if (name !== "the background") await expectSamePicture(image.blob, file);
    else await expectSamePicture(image.blob, (full as PreparedImage).blob);
  });

  it("rejects, with the least that it could be", async () => {
    const file = await detailed(1800, 1350);
    const refused = prepareImage(file, { limits: { maxImageBytes: 2_000 } });
    await expect(refused).rejects.toMatchObject({ code: "image-too-large", limit: 2_000 });
    const { actual } = (await refused.catch((error: unknown) => error)) as ImageError;
    const least = await prepareImage(file, { limits: { maxImageBytes: Number(actual) } });
    expect(least).toMatchObject({ width: 320, height: 240 });
  });
});

describe('preset: "auto"', () => {
  const SCREEN = { width: 1920, height: 1080 };

  /** Lines of small text on a flat ground. */
  async function screen(type: string): Promise<Blob> {
    const canvas = new OffscreenCanvas(SCREEN.width, SCREEN.height);
    const context = canvas.getContext("2d")!;
    context.fillStyle = "#fff";
    context.fillRect(0, 0, SCREEN.width, SCREEN.height);
    context.fillStyle = "#222";
    context.font = "13px sans-serif";
    for (let y = 20; y < SCREEN.height; y += 18)
      context.fillText(`${y} the nightly build fails since Tuesday, `.repeat(8), 20, y);
    return canvas.convertToBlob({ type, quality: 0.9 });
  }

  test.each(["image/png", "image/jpeg"])("a screen as %s is sent as large as the model sees it", async (type) => {
    const options = { endpoint: anthropicMessages };
    expect(await prepareImage(await screen(type), { ...options, preset: "auto" })).toMatchObject(SCREEN);
    expect(await prepareImage(await screen(type), options)).toMatchObject({ width: 1280, height: 720 });
  });

  it("a photo is sent as a photo", async () => {
    const options = { endpoint: anthropicMessages, preset: "auto" } as const;
    expect(await prepareImage(await picture(1920, 1440), options)).toMatchObject({ width: 1280, height: 960 });
  });
});

describe("the smaller format", () => {
  /** Lines of small text on a flat ground, within the box, in a format that no endpoint takes. */
  async function textPage(): Promise<Blob> {
    const [width, height] = [1200, 800];
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d")!;
    context.fillStyle = "#fff";
    context.fillRect(0, 0, width, height);
    context.fillStyle = "#222";
    context.font = "13px monospace";
    for (let y = 20; y < height; y += 18) context.fillText("the nightly build fails since Tuesday, ".repeat(4), 20, y);
    const { data } = context.getImageData(0, 0, width, height);
    const rows = new Uint8Array(width * height * 3);
    // Blue, green, red, from the lowest row up.
    for (let at = 0; at < width * height; at += 1) {
      const to = ((height - 1 - Math.floor(at / width)) * width + (at % width)) * 3;
      for (let channel = 0; channel < 3; channel += 1) rows[to + channel] = data[at * 4 + 2 - channel]!;
    }
    const header = new DataView(new ArrayBuffer(54));
    header.setUint16(0, 0x424d);
    for (const [offset, value] of [
      [2, 54 + rows.length],
      [10, 54],
      [14, 40],
      [18, width],
      [22, height],
      [34, rows.length],
    ])
      header.setUint32(offset!, value!, true);
    header.setUint16(26, 1, true);
    header.setUint16(28, 24, true);
    return new Blob([header, rows]);
  }
  const reencodedBy = ({ changes }: PreparedImage) => changes.find((change) => change.code === "reencoded");

  it('text: a flat screen is sent as PNG, says what it would be as JPEG, and "photo" stays JPEG', async () => {
    const file = await textPage();
    const options = { endpoint: anthropicMessages };
    const image = await prepareImage(file, { ...options, preset: "text" });
    expect(image).toMatchObject({ width: 1200, height: 800 });
    const change = reencodedBy(image);
    expect(image).toMatchObject({ mediaType: "image/png", name: expect.stringMatching(/\.png$/) as unknown });
    expect(change).toMatchObject({ to: "image/png", insteadOf: { mediaType: "image/jpeg" } });
    expect(change?.insteadOf?.bytes).toBeGreaterThan(image.bytes);
    expect(change?.reason).toMatch(/PNG, smaller than JPEG \(/);
    await expectSamePicture(image.blob, file);
    expect((await prepareImage(file, options)).mediaType).toBe("image/jpeg");
    // Without an endpoint it is unknown whether PNG is accepted; an app that names a type means it.
    expect((await prepareImage(file, { preset: "text" })).mediaType).toBe("image/jpeg");
    const named = await prepareImage(file, { ...options, preset: "text", mediaType: "image/jpeg" });
    expect(named.mediaType).toBe("image/jpeg");
  });

  it("smallest: a photo is sent as WebP where the browser writes it and the endpoint takes it", async () => {
    const file = await canvasFile({ width: 2000, height: 1500 }, busy);
    const writes = (await picture(8, 8, "image/webp")).type === "image/webp";
    const options = { mediaType: "smallest", endpoint: anthropicMessages } as const;
    const image = await prepareImage(file, options);
    const usual = await prepareImage(file, { endpoint: anthropicMessages });
    expect(image.mediaType).toBe(writes ? "image/webp" : "image/jpeg");
    expect(image.bytes).toBeLessThanOrEqual(usual.bytes);
    expect(reencodedBy(image)?.insteadOf).toEqual(writes ? { mediaType: "image/jpeg", bytes: usual.bytes } : undefined);
    await expectSamePicture(image.blob, file);
    const { caps } = anthropicMessages;
    const strict = { ...anthropicMessages, caps: { ...caps, mediaTypes: ["image/jpeg"] as const } };
    expect((await prepareImage(file, { ...options, endpoint: strict })).mediaType).toBe("image/jpeg");
  });

  it("smallest: is not larger than a limit, nor than an original that may go itself", async () => {
    const file = await picture(2000, 1500);
    const limits = { maxImageBytes: 6_000 };
    const image = await prepareImage(file, { mediaType: "smallest", endpoint: anthropicMessages, limits });
    expect(image.base64.length).toBeLessThanOrEqual(6_000);
    const small = await picture(300, 200, "image/jpeg");
    const kept = await prepareImage(small, { mediaType: "smallest", endpoint: anthropicMessages });
    expect(kept.bytes).toBeLessThanOrEqual(small.size);
  });
});

describe("prepareImage: bad input", () => {
  const claim = () => new Blob([pngHeaderBytes(60_000, 60_000)]);
  const half = async (type: string) => {
    const whole = await picture(2000, 1500, type);
    return whole.slice(0, Math.floor(whole.size * 0.6), type);
  };
  test.each<[string, () => Blob | Promise<Blob>, string]>([
    ["an empty file", () => new Blob(), "file-empty"],
    ["text named .png", () => new File(["hello"], "a.png", { type: "image/png" }), "not-an-image"],
    ["a PNG claiming 60000x60000", claim, "image-too-many-pixels"],
    ["a JPEG truncated in the middle", () => half("image/jpeg"), "image-truncated"],
    ["a PNG truncated in the middle", () => half("image/png"), "image-truncated"],
  ])("rejects %s clearly", async (_name, make, code) => {
    await expect(prepareImage(await make())).rejects.toMatchObject({ name: "ImageError", code });
  });

  it("rejects with AbortError for a signal aborted at the start, and while it works", async () => {
    const file = await picture(4032, 3024);
    await expect(prepareImage(file, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" });
    const controller = new AbortController();
    const preparing = prepareImage(file, { signal: controller.signal });
    setTimeout(() => controller.abort(), 30);
    await expect(preparing).rejects.toMatchObject({ name: "AbortError" });
    expect(await prepareImage(file)).toMatchObject({ width: 1280 });
  });
});

describe("the app's compressor", () => {
  test.each(([2, 3, 6, 7] as const).map((orientation) => [orientation, UPRIGHT[orientation]] as const))(
    "leaves EXIF orientation %i, and what is sent is upright without it",
    async (orientation, looks) => {
      const made = await withOrientation(await canvasFile({ width: 160, height: 120 }, quadrants), orientation);
      const image = await prepareImage(await picture(2000, 1500), { compress: async () => made });
      expect(image).toMatchObject({
        engine: "app",
        ...(orientation >= 5 ? { width: 120, height: 160 } : { width: 160, height: 120 }),
      });
      expect(quadrantsOf(await pixelsOf(image.blob))).toBe(looks);
      expect(await inspectImage(image.blob)).toMatchObject({
        orientation: 1,
        width: image.width,
        height: image.height,
      });
    },
  );
});

describe.skipIf(shared === "")("a JPEG that fits the box (skipped: no ../shared/corpus beside the project)", () => {
  test.each([
    ["jpeg/12bit_testorig12.jpg", "image-undecodable"],
    ["jpeg/corrupt_bug775697.jpg", "image-truncated"],
  ])("is rejected when no browser decodes it: %s", async (name, code) => {
    const file = await (await fetch(`/@fs${shared}/corpus/${name}`)).blob();
    await expect(prepareImage(file)).rejects.toMatchObject({ code });
  });
});

describe.skipIf(shared === "")("real photos (skipped: no ../shared/photos beside the project)", () => {
  const photo = async (name: string) => {
    const response = await fetch(`/@fs${shared}/photos/${name}`);
    return new File([await response.blob()], name);
  };

  test.each([
    ["phone_13mp_issue70.jpg", 712, 960],
    ["camera_24mp_mpo.jpg", 1280, 853],
    ["kleiber_20mp.jpg", 1280, 720],
    ["seeding_16mp.jpg", 1280, 720],
    ["sunset_12mp.jpg", 1280, 853],
    ["wine_10mp_portrait.jpg", 641, 960],
    ["wallpaper_9mp.png", 1280, 800],
    ["derived_kleiber_42mp.jpg", 1280, 720],
  ])("%s becomes %ix%i and shows the same", async (name, width, height) => {
    const file = await photo(name);
    const image = await prepareImage(file, { endpoint: anthropicMessages });
    expect(image).toMatchObject({ width, height, mediaType: "image/jpeg", engine: strategyIn("worker") });
    expect(image.bytes).toBeLessThan(700_000);
    await expectSamePicture(image.blob, file);
  });

  it("camera_24mp_mpo.jpg fits into 60,000 bytes of base64, and uses 90 % of them", async () => {
    const { base64 } = await prepareImage(await photo("camera_24mp_mpo.jpg"), { limits: { maxImageBytes: 60_000 } });
    expect(base64.length).toBeLessThanOrEqual(60_000);
    expect(base64.length).toBeGreaterThanOrEqual(54_000);
  });

  it("iphone_12mp_p3.heic is decoded, or rejected by the name of its format", async () => {
    const outcome = await prepareImage(await photo("iphone_12mp_p3.heic")).catch((error: unknown) => error);
    if (outcome instanceof Error)
      expect(outcome).toMatchObject({ code: "image-format-unsupported", actual: "image/heic" });
    else expect(outcome).toMatchObject({ width: 1280, height: 960, mediaType: "image/jpeg" });
  });
});
