import { describe, expect, it, test } from "vitest";
import { resolveSettings } from "../../../src/shared/settings.js";
import type { Endpoint } from "../../../src/shared/endpoint.js";
import { anthropicMessages, claudeStandard, mistral, openaiChat, openaiGpt4o } from "../../../src/endpoints.js";

describe("resolveSettings", () => {
  it("fills in 1280x960 strict, quality 0.85, JPEG on white, 50 MiB, 100 megapixels", () => {
    expect(resolveSettings({})).toMatchObject({
      box: { width: 1280, height: 960, turn: false },
      quality: 0.85,
      mediaType: "image/jpeg",
      background: "#ffffff",
      limits: {
        maxFileBytes: 52_428_800,
        maxPixels: 100_000_000,
        minEdge: 1,
        maxEdge: 65_535,
        maxImageBytes: Number.POSITIVE_INFINITY,
      },
      sendable: undefined,
    });
  });

  it("takes the stricter of the app's and the endpoint's limit", () => {
    const endpoint = anthropicMessages;
    expect(resolveSettings({ endpoint }).limits.maxImageBytes).toBe(10_485_760);
    expect(resolveSettings({ endpoint, limits: { maxImageBytes: 1000 } }).limits.maxImageBytes).toBe(1000);
    expect(resolveSettings({ endpoint, limits: { maxImageBytes: 99_999_999 } }).limits.maxImageBytes).toBe(10_485_760);
  });

  it("converts a limit on raw bytes to one on base64 text", () => {
    const endpoint = {
      ...anthropicMessages,
      caps: { ...anthropicMessages.caps, maxImageBytes: { bytes: 3_000_000, counted: "raw" as const } },
    };
    expect(resolveSettings({ endpoint }).limits.maxImageBytes).toBe(4_000_000);
  });

  it("keeps the box inside the endpoint's longest side", () => {
    expect(resolveSettings({ endpoint: anthropicMessages, box: { width: 9000, height: 500 } }).box).toMatchObject({
      width: 8000,
      height: 500,
    });
  });

  it("takes the box from the endpoint's models when asked, as far as the default box goes", () => {
    const boxOf = (endpoint: Endpoint<unknown>) => resolveSettings({ endpoint, box: "endpoint" }).box;
    expect(boxOf(anthropicMessages)).toMatchObject({ width: 1280, height: 960 });
    expect(boxOf({ ...anthropicMessages, tokenModel: claudeStandard })).toMatchObject({ width: 1280, height: 952 });
    expect(boxOf({ ...openaiChat, tokenModel: openaiGpt4o })).toMatchObject({ width: 1280, height: 768 });
    expect(boxOf(mistral)).toMatchObject({ width: 1280, height: 960 });
    expect(() => resolveSettings({ box: "endpoint" })).toThrow(
      /box is "endpoint"\. Pass .* "endpoint" beside an endpoint/,
    );
  });

  it("keeps pictures smaller in a set that is large (T11)", () => {
    const wide = { endpoint: anthropicMessages, box: { width: 3000, height: 3000 } };
    expect(resolveSettings(wide, 20).box).toMatchObject({ width: 3000, height: 3000 });
    expect(resolveSettings(wide, 21).box).toMatchObject({ width: 2000, height: 2000 });
  });

  it("throws for an endpoint whose caps contradict each other", () => {
    expect(() =>
      resolveSettings({ endpoint: { ...anthropicMessages, caps: { ...anthropicMessages.caps, maxImages: -1 } } }),
    ).toThrow(TypeError);
  });

  it("reads an undefined limit as the default", () => {
    expect(resolveSettings({ limits: { maxPixels: undefined as unknown as number } }).limits.maxPixels).toBe(
      100_000_000,
    );
  });

  test.each([
    ["quality in percent", { quality: 85 }, /quality is 85\. Pass 0 to 1, as in canvas/],
    ["quality that is no number", { quality: Number.NaN }, /quality is NaN/],
    ["a box of nothing", { box: { width: 0, height: 960 } }, /box is \{"width":0,"height":960\}\. Pass whole pixels/],
    ["a box of half pixels", { box: { width: 1280.5, height: 960 } }, /whole pixels/],
    ["a name in the place of an endpoint", { endpoint: "anthropic" as never }, /endpoint is "anthropic"\. Pass one of/],
    [
      "half an endpoint",
      { endpoint: { id: "mine" } as never },
      /toBlock of endpoint mine is undefined\. Pass a function, or spread one/,
    ],
    [
      "an extension among media types",
      { limits: { accept: [".jpg" as never] } },
      /a type in limits\.accept is "\.jpg"/,
    ],
    ["no time at all", { timeoutMs: 0 }, /timeoutMs is 0/],
    [
      "a type that the endpoint does not take",
      {
        mediaType: "image/webp" as const,
        endpoint: { ...anthropicMessages, label: "Picky", caps: { mediaTypes: ["image/jpeg" as const] } },
      },
      /mediaType is "image\/webp"\. Pass what can be sent: image\/jpeg\./,
    ],
    [
      "a type that nothing writes",
      { mediaType: "image/gif" as never, endpoint: anthropicMessages },
      /"image\/gif"\. Pass what can be sent: image\/jpeg, image\/png, image\/webp\./,
    ],
    [
      "a type that the endpoint does not take, naming none that nothing writes",
      {
        mediaType: "image/webp" as const,
        endpoint: {
          ...anthropicMessages,
          label: "Picky",
          caps: { mediaTypes: ["image/gif" as const, "image/png" as const] },
        },
      },
      /Pass what can be sent: image\/png\./,
    ],
    ["a box by an unknown name", { box: "big" as never }, /box is "big"\. Pass \{ width, height \}/],
    ["a limit below nothing", { limits: { maxPixels: -1 } }, /limits\.maxPixels is -1/],
    ["a limit that is no number", { limits: { maxFileBytes: Number.NaN } }, /limits\.maxFileBytes is NaN/],
  ])("throws for %s, saying how to fix it", (_name, options, message) => {
    expect(() => resolveSettings(options)).toThrow(TypeError);
    expect(() => resolveSettings(options)).toThrow(message);
  });
});

describe("preset", () => {
  it.each([
    ["photo", { width: 1280, height: 960, turn: false }, 0.85],
    ["text", { width: 2212, height: 1680, turn: true }, 0.85],
    ["original", { width: 8000, height: 8000, turn: false }, 0.85],
    ["thumbnail", { width: 512, height: 512, turn: false }, 0.75],
    ["auto", { width: 1280, height: 960, turn: false }, 0.85],
  ] as const)("%s: a box and a quality, within what the endpoint takes", (preset, box, quality) => {
    expect(resolveSettings({ preset, endpoint: anthropicMessages })).toMatchObject({ box, quality });
  });

  it("auto: that of text where the picture shows a screen, with the quality that was asked for", () => {
    const box = { width: 2000, height: 1680, turn: true };
    const options = { preset: "auto", endpoint: anthropicMessages } as const;
    expect(resolveSettings(options, 21).ifScreen).toEqual({ box, quality: 0.85, orAs: ["image/png"] });
    expect(resolveSettings({ ...options, quality: 0.7 }).ifScreen).toMatchObject({ quality: 0.7 });
    expect(resolveSettings({ ...options, box: { width: 300, height: 200 } }).ifScreen).toBeUndefined();
    expect(resolveSettings({ endpoint: anthropicMessages }).ifScreen).toBeUndefined();
  });

  it("writes PNG as well for text, and what is smallest where that is asked for, as far as the endpoint takes it", () => {
    const orAs = (options: Parameters<typeof resolveSettings>[0]) => resolveSettings(options).orAs;
    expect(orAs({ endpoint: anthropicMessages })).toEqual([]);
    expect(orAs({ endpoint: anthropicMessages, preset: "text" })).toEqual(["image/png"]);
    expect(orAs({ endpoint: anthropicMessages, preset: "text", mediaType: "image/jpeg" })).toEqual([]);
    expect(orAs({ preset: "text" })).toEqual([]);
    expect(orAs({ endpoint: anthropicMessages, mediaType: "smallest" })).toEqual(["image/webp", "image/png"]);
    expect(orAs({ mediaType: "smallest" })).toEqual([]);
    expect(resolveSettings({ endpoint: anthropicMessages, mediaType: "smallest" }).mediaType).toBe("image/jpeg");
  });

  it("box and quality override it", () => {
    const settings = resolveSettings({ preset: "thumbnail", box: { width: 300, height: 200 }, quality: 0.5 });
    expect(settings).toMatchObject({ box: { width: 300, height: 200 }, quality: 0.5 });
  });

  it("text without an endpoint, or one without a rule: 2048x1536", () => {
    expect(resolveSettings({ preset: "text" }).box).toEqual({ width: 2048, height: 1536, turn: true });
  });
});
