import { describe, expect, it, test } from "vitest";
import { attemptsFor, groundFor, planImage, scaleBy, whyNotAsItIs } from "../../../src/shared/plan.js";
import { resolveSettings } from "../../../src/shared/settings.js";
import type { ImageHeader } from "../../../src/shared/types.js";
import { anthropicMessages, groqLimits, openaiCompatible } from "../../../src/endpoints.js";

const header = (partial: Partial<ImageHeader> = {}): ImageHeader => ({
  mediaType: "image/jpeg",
  width: 1000,
  height: 750,
  orientation: 1,
  frames: "one",
  alpha: false,
  bytes: 100_000,
  ...partial,
});
const alone = resolveSettings({});
const vouched = resolveSettings({ endpoint: anthropicMessages });

describe("planImage: keep or encode", () => {
  test.each([
    ["an upright JPEG that fits", header(), alone, "always"],
    ["a JPEG with a second picture behind it", header({ frames: "many" }), alone, "always"],
    ["a JPEG on its side", header({ orientation: 6 }), alone, "never"],
    ["a JPEG that is mirrored", header({ orientation: 2 }), alone, "never"],
    ["a JPEG one pixel too wide", header({ width: 1281 }), alone, "never"],
    ["a JPEG that fits but is over the byte limit (T9)", header({ bytes: 9_000_000 }), vouched, "never"],
    ["a JPEG where PNG is asked for", header(), resolveSettings({ mediaType: "image/png" }), "never"],
    ["a JPEG where PNG is asked for and JPEG may be sent (T14)", header(), resolveSettings({ mediaType: "image/png", endpoint: anthropicMessages }), "if-smaller"],
    ["a PNG that fits, with nobody vouching for PNG", header({ mediaType: "image/png" }), alone, "never"],
    ["a PNG that fits and may be sent", header({ mediaType: "image/png" }), vouched, "if-smaller"],
    ["an animated GIF (T25)", header({ mediaType: "image/gif", frames: "many" }), vouched, "never"],
    ["a type no endpoint takes (T26)", header({ mediaType: "image/bmp" }), vouched, "never"],
    ["an SVG without a size", header({ mediaType: "image/svg+xml", width: 0, height: 0 }), vouched, "never"],
  ])("%s", (_name, given, settings, keep) => {
    expect(planImage(given, settings).keep).toBe(keep);
  });
});

describe("whyNotAsItIs: the original, where nothing can be written", () => {
  const many = resolveSettings({ endpoint: anthropicMessages }, 21);
  const patched = resolveSettings({ endpoint: { ...anthropicMessages, caps: { mediaTypes: ["image/jpeg"], maxPatches: { count: 100, edgePx: 32 } } } });
  const groq = resolveSettings({ endpoint: { ...openaiCompatible, ...groqLimits } });
  test.each([
    ["a photo within the caps", header({ width: 4000, height: 3000 }), vouched, undefined],
    ["at the longest side", header({ width: 8000, height: 10 }), vouched, undefined],
    ["a JPEG with a second picture behind it", header({ frames: "many" }), vouched, undefined],
    ["a PNG", header({ mediaType: "image/png", width: 2000 }), vouched, undefined],
    ["no endpoint", header(), alone, /no endpoint is named/],
    ["a type the endpoint does not take", header({ mediaType: "image/png" }), patched, /does not take PNG/],
    ["a type never sent", header({ mediaType: "image/bmp" }), vouched, /does not take BMP/],
    ["on its side", header({ orientation: 6 }), vouched, /EXIF orientation 6/],
    ["an animation", header({ mediaType: "image/gif", frames: "many" }), vouched, /several pictures/],
    ["a pixel too long", header({ width: 10, height: 8001 }), vouched, /10x8001; the endpoint takes 8000/],
    ["too long among many", header({ width: 2001 }), many, /2001x750; the endpoint takes 2000/],
    ["as many squares as allowed", header({ width: 320, height: 320 }), patched, undefined],
    ["as many pixels as allowed", header({ width: 5760, height: 5760 }), groq, undefined],
    ["a row of pixels too many", header({ width: 5760, height: 5761 }), groq, /33183360 pixels; the endpoint takes 33177600/],
    ["a square too many", header({ width: 321, height: 320 }), patched, /110 squares of 32 pixels; the endpoint takes 100/],
  ])("%s", (_name, given, settings, why) => {
    const found = whyNotAsItIs(given, settings);
    if (why) expect(found).toMatch(why);
    else expect(found).toBeUndefined();
  });
});

test.each([
  [{ width: 16, height: 14 }, 28, { width: 28, height: 28 }],
  [{ width: 1280, height: 4 }, 28, { width: 1280, height: 28 }],
  [{ width: 27, height: 28 }, 28, { width: 28, height: 28 }],
  [{ width: 28, height: 28 }, 28, undefined],
  [{ width: 1, height: 1 }, 1, undefined],
])("F12: the ground of %j, of an endpoint that takes no side under %i, is %j", (size, minEdgePx, ground) => {
  expect(groundFor(size, minEdgePx)).toEqual(ground);
});

describe("planImage: size", () => {
  it("fits the box, and the whole box when no size is known", () => {
    expect(planImage(header({ width: 4032, height: 3024 }), alone).target).toEqual({ width: 1280, height: 960 });
    expect(planImage(header({ mediaType: "image/svg+xml", width: 0, height: 0 }), alone).target).toEqual({ width: 1280, height: 960 });
  });

  it("turns the box for a portrait when asked", () => {
    const turning = resolveSettings({ box: { width: 1280, height: 960, turn: true } });
    expect(planImage(header({ width: 3024, height: 4032 }), turning).target).toEqual({ width: 960, height: 1280 });
  });
});

describe("attemptsFor", () => {
  it("begins with what was planned and only gets smaller", () => {
    const attempts = attemptsFor(alone);
    expect(attempts[0]).toEqual({ quality: 0.85, scale: 1 });
    for (let at = 1; at < attempts.length; at += 1) {
      const [before, after] = [attempts[at - 1]!, attempts[at]!];
      expect(after.quality < before.quality || after.scale < before.scale).toBe(true);
    }
  });

  it("does not raise a low quality, nor lower one that PNG does not have", () => {
    expect(attemptsFor(resolveSettings({ quality: 0.5 })).every(({ quality }) => quality <= 0.5)).toBe(true);
    expect(attemptsFor(resolveSettings({ mediaType: "image/png" })).slice(1).every(({ scale }) => scale < 1)).toBe(true);
  });
});

describe("scaleBy", () => {
  it("rounds, and never reaches zero (T35)", () => {
    expect(scaleBy({ width: 1280, height: 1 }, 0.7)).toEqual({ width: 896, height: 1 });
    expect(scaleBy({ width: 1, height: 1 }, 0.1)).toEqual({ width: 1, height: 1 });
  });
});
