import { describe, expect, test } from "vitest";
import { anthropicMessages, groqLimits, openaiCompatible } from "../../../src/endpoints.js";
import { whyNotAsItIs } from "../../../src/pipeline/original-instead.js";
import { resolveSettings } from "../../../src/shared/settings.js";
import { imageHeader as header } from "../../fixtures/image-header.js";

const alone = resolveSettings({});
const forAnthropic = resolveSettings({ endpoint: anthropicMessages });

describe("whyNotAsItIs: the original, where nothing can be written", () => {
  const many = resolveSettings({ endpoint: anthropicMessages }, 21);
  const patched = resolveSettings({
    endpoint: { ...anthropicMessages, caps: { mediaTypes: ["image/jpeg"], maxPatches: { count: 100, edgePx: 32 } } },
  });
  const groq = resolveSettings({ endpoint: { ...openaiCompatible, ...groqLimits } });
  test.each([
    ["a photo within the caps", header({ width: 4000, height: 3000 }), forAnthropic, undefined],
    ["at the longest side", header({ width: 8000, height: 10 }), forAnthropic, undefined],
    ["a JPEG with a second picture behind it", header({ frames: "many" }), forAnthropic, undefined],
    ["a PNG", header({ mediaType: "image/png", width: 2000 }), forAnthropic, undefined],
    ["no endpoint", header(), alone, /no endpoint is set/],
    ["a type the endpoint does not take", header({ mediaType: "image/png" }), patched, /does not take PNG/],
    ["a type never sent", header({ mediaType: "image/bmp" }), forAnthropic, /does not take BMP/],
    ["on its side", header({ orientation: 6 }), forAnthropic, /EXIF orientation 6/],
    ["an animation", header({ mediaType: "image/gif", frames: "many" }), forAnthropic, /several pictures/],
    ["a pixel too long", header({ width: 10, height: 8001 }), forAnthropic, /10 × 8001; the endpoint takes 8000/],
    ["too long among many", header({ width: 2001 }), many, /2001 × 750; the endpoint takes 2000/],
    ["as many squares as allowed", header({ width: 320, height: 320 }), patched, undefined],
    ["as many pixels as allowed", header({ width: 5760, height: 5760 }), groq, undefined],
    [
      "a row of pixels too many",
      header({ width: 5760, height: 5761 }),
      groq,
      /5760 × 5761; the endpoint takes 33,177,600 pixels/,
    ],
    [
      "a square too many",
      header({ width: 321, height: 320 }),
      patched,
      /110 squares of 32 pixels; the endpoint takes 100/,
    ],
  ])("%s", (_name, given, settings, why) => {
    const found = whyNotAsItIs(given, settings);
    if (why) expect(found).toMatch(why);
    else expect(found).toBeUndefined();
  });
});
