import { describe, expect, it, test } from "vitest";
import { paddedSizeFor, planImage } from "../../../src/shared/plan.js";
import { resolveSettings } from "../../../src/shared/settings.js";
import { anthropicMessages } from "../../../src/endpoints.js";
import { imageHeader as header } from "../../fixtures/image-header.js";

const alone = resolveSettings({});
const forAnthropic = resolveSettings({ endpoint: anthropicMessages });

describe("planImage: keep or encode", () => {
  test.each([
    ["an upright JPEG that fits", header(), alone, "always"],
    ["a JPEG with a second picture behind it", header({ frames: "many" }), alone, "always"],
    ["a JPEG on its side", header({ orientation: 6 }), alone, "never"],
    ["a JPEG that is mirrored", header({ orientation: 2 }), alone, "never"],
    ["a JPEG one pixel too wide", header({ width: 1281 }), alone, "never"],
    ["a JPEG that fits but is over the byte limit (T9)", header({ bytes: 9_000_000 }), forAnthropic, "never"],
    ["a JPEG where PNG is asked for", header(), resolveSettings({ mediaType: "image/png" }), "never"],
    [
      "a JPEG where PNG is asked for and JPEG may be sent (T14)",
      header(),
      resolveSettings({ mediaType: "image/png", endpoint: anthropicMessages }),
      "if-smaller",
    ],
    ["a PNG that fits, with nobody vouching for PNG", header({ mediaType: "image/png" }), alone, "never"],
    ["a PNG that fits and may be sent", header({ mediaType: "image/png" }), forAnthropic, "if-smaller"],
    ["an animated GIF (T25)", header({ mediaType: "image/gif", frames: "many" }), forAnthropic, "never"],
    ["a type no endpoint takes (T26)", header({ mediaType: "image/bmp" }), forAnthropic, "never"],
    ["an SVG without a size", header({ mediaType: "image/svg+xml", width: 0, height: 0 }), forAnthropic, "never"],
  ])("%s", (_name, given, settings, keep) => {
    expect(planImage(given, settings).keep).toBe(keep);
  });
});

test.each([
  [{ width: 16, height: 14 }, 28, { width: 28, height: 28 }],
  [{ width: 1280, height: 4 }, 28, { width: 1280, height: 28 }],
  [{ width: 27, height: 28 }, 28, { width: 28, height: 28 }],
  [{ width: 28, height: 28 }, 28, undefined],
  [{ width: 1, height: 1 }, 1, undefined],
])("paddedSizeFor: %j, for an endpoint that takes no side under %i, is %j", (size, minEdgePx, paddedTo) => {
  expect(paddedSizeFor(size, minEdgePx)).toEqual(paddedTo);
});

describe("planImage: size", () => {
  it("fits the box, and fills the box when no size is known", () => {
    expect(planImage(header({ width: 4032, height: 3024 }), alone).target).toEqual({ width: 1280, height: 960 });
    expect(planImage(header({ mediaType: "image/svg+xml", width: 0, height: 0 }), alone).target).toEqual({
      width: 1280,
      height: 960,
    });
  });

  it("turns the box for a portrait when asked", () => {
    const turning = resolveSettings({ box: { width: 1280, height: 960, turn: true } });
    expect(planImage(header({ width: 3024, height: 4032 }), turning).target).toEqual({ width: 960, height: 1280 });
  });
});
