import { describe, expect, it, test } from "vitest";
import { quoteSize } from "../../../src/shared/format-figures.js";
import { DEFAULT_LIMITS } from "../../../src/shared/defaults.js";
import type { ImageHeader, MediaType } from "../../../src/shared/types.js";
import { validateFile, validateHeader, validateImageBytes } from "../../../src/shared/validate.js";

const header = (partial: Partial<ImageHeader>): ImageHeader => ({
  mediaType: "image/jpeg",
  width: 4032,
  height: 3024,
  orientation: 1,
  frames: "one",
  alpha: false,
  bytes: 1000,
  ...partial,
});

describe("validateFile", () => {
  test.each([
    ["nothing in it", 0, "file-empty", 0, 1],
    ["one byte over 50 MiB", 52_428_801, "file-too-large", 52_428_801, 52_428_800],
  ])("%s", (_name, bytes, code, actual, limit) => {
    expect(validateFile(bytes, DEFAULT_LIMITS)).toMatchObject({ code, actual, limit });
  });

  it("takes exactly 50 MiB", () => {
    expect(validateFile(52_428_800, DEFAULT_LIMITS)).toBeUndefined();
  });

  it("names the sides of a picture with too many pixels", () => {
    const message = validateHeader(header({ width: 10_001, height: 10_000 }), DEFAULT_LIMITS)?.message;
    expect(message).toBe("Too large: 10,001 × 10,000 pixels. The limit is 100 megapixels.");
  });

  it("names size and limit, exactly where both round to the same", () => {
    expect(validateFile(60_000_000, DEFAULT_LIMITS)?.message).toBe("Too large: 60 MB. The limit is 52 MB.");
    expect(validateFile(52_428_801, DEFAULT_LIMITS)?.message).toBe(
      "Too large: 52,428,801 bytes. The limit is 52,428,800 bytes.",
    );
  });
});

describe("validateHeader", () => {
  const small = { ...DEFAULT_LIMITS, minEdge: 10, maxEdge: 5000, maxPixels: 20_000_000 };
  test.each([
    [
      "a claim of 30000x30000",
      header({ width: 30_000, height: 30_000 }),
      DEFAULT_LIMITS,
      "image-too-many-pixels",
      900_000_000,
      100_000_000,
    ],
    [
      "one pixel row over the limit",
      header({ width: 10_000, height: 10_001 }),
      DEFAULT_LIMITS,
      "image-too-many-pixels",
      100_010_000,
      100_000_000,
    ],
    [
      "a claim whose product is no exact number (T24)",
      header({ width: 2_147_483_647, height: 2_147_483_647 }),
      DEFAULT_LIMITS,
      "image-too-many-pixels",
      2_147_483_647 ** 2,
      100_000_000,
    ],
    ["a long thin line", header({ width: 1, height: 65_536 }), DEFAULT_LIMITS, "image-edge-too-long", 65_536, 65_535],
    ["a side over the app's limit", header({ width: 5001, height: 100 }), small, "image-edge-too-long", 5001, 5000],
    ["a side under the app's limit", header({ width: 100, height: 9 }), small, "image-edge-too-short", 9, 10],
  ])("rejects %s", (_name, given, limits, code, actual, limit) => {
    const error = validateHeader(given, limits);
    expect(error).toMatchObject({ code, actual, limit });
    expect(error?.message).toContain(`: ${quoteSize(given)} pixels. `);
  });

  it("rejects a format that is not accepted, naming it and what is", () => {
    const error = validateHeader(header({ mediaType: "image/gif" }), { ...DEFAULT_LIMITS, accept: ["image/png"] });
    expect(error).toMatchObject({ code: "file-invalid-type", actual: "image/gif", limit: "image/png" });
    expect(error?.message).toBe("GIF isn't accepted here. Accepted: PNG.");
  });

  it("rejects an SVG with what to do, where a PNG is accepted", () => {
    const refusal = (accept: MediaType[]) =>
      validateHeader(header({ mediaType: "image/svg+xml" }), { ...DEFAULT_LIMITS, accept })?.message;
    expect(refusal(["image/jpeg", "image/png"])).toBe("SVG isn't supported. Save it as PNG.");
    expect(refusal(["image/jpeg"])).toBe("SVG isn't accepted here. Accepted: JPEG.");
  });

  test.each([
    ["exactly the pixel limit", header({ width: 10_000, height: 10_000 }), DEFAULT_LIMITS],
    ["a 1x5000 line", header({ width: 1, height: 5000 }), DEFAULT_LIMITS],
    [
      "an SVG without a size, where SVG is accepted",
      header({ mediaType: "image/svg+xml", width: 0, height: 0 }),
      { ...DEFAULT_LIMITS, accept: ["image/svg+xml" as const] },
    ],
  ])("takes %s", (_name, given, limits) => {
    expect(validateHeader(given, limits)).toBeUndefined();
  });
});

describe("validateImageBytes", () => {
  it("counts base64 text", () => {
    const limits = { ...DEFAULT_LIMITS, maxImageBytes: 5_242_880 };
    expect(validateImageBytes(5_242_880, limits)).toBeUndefined();
    expect(validateImageBytes(5_242_884, limits)).toMatchObject({
      code: "image-too-large",
      actual: 5_242_884,
      limit: 5_242_880,
    });
  });
});
