import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { claudeHighResolution, claudeStandard } from "../../../../src/endpoints/anthropic/tokens.js";
import { estimateTokens } from "../../../../src/meter/estimate-tokens.js";
import { gemini2, gemini3 } from "../../../../src/endpoints/gemini/tokens.js";
import { mistral3, pixtral } from "../../../../src/endpoints/mistral/tokens.js";
import * as patchModels from "../../../../src/endpoints/openai/patch-tokens.js";
import * as tileModels from "../../../../src/endpoints/openai/tile-tokens.js";
import type { TokenModel } from "../../../../src/shared/tokens/types.js";
import type { Size } from "../../../../src/shared/types.js";

const {
  openaiPatch,
  openaiGpt41Mini,
  openaiGpt52,
  openaiGpt54,
  openaiGpt55,
  openaiGpt56,
  openaiGpt6,
  ...otherPatchModels
} = patchModels;
const { openaiTile, openaiGpt4o, openaiGpt4oMini, openaiGpt5, openaiO3 } = tileModels;
const claude = [claudeStandard, claudeHighResolution];
const patch = [
  openaiGpt41Mini,
  openaiGpt52,
  openaiGpt54,
  openaiGpt55,
  openaiGpt56,
  openaiGpt6,
  ...Object.values(otherPatchModels),
];
const models: TokenModel[] = [
  ...claude,
  ...patch,
  openaiGpt4o,
  openaiGpt4oMini,
  openaiGpt5,
  openaiO3,
  gemini2,
  gemini3,
  mistral3,
  pixtral,
];

const modelById = (id: string): TokenModel => models.find((model) => model.id === id)!;

function size(text: string): Size {
  const [width, height] = text.split("x").map(Number) as [number, number];
  return { width, height };
}

describe("tokens: worked examples", () => {
  test.each([
    ["1280x960", 1564, 1610, 1440, 1945, 765, 630, 1032],
    ["1280x720", 1196, 1196, 1104, 1491, 1105, 910, 1548],
    ["960x960", 1225, 1225, 1080, 1458, 765, 630, 1032],
    ["1024x768", 1036, 1036, 922, 1245, 765, 630, 1032],
    ["4032x3024", 1564, 4740, 2942, 4977, 765, 630, 1032],
  ])("%s", (name, standard, highResolution, gpt54, gpt41Mini, gpt4o, gpt51, two) => {
    const image = size(name);
    const figures = [
      claudeStandard.tokens(image),
      claudeHighResolution.tokens(image),
      openaiGpt54.tokens(image),
      openaiGpt41Mini.tokens(image),
      openaiGpt4o.tokens(image),
      openaiGpt5.tokens(image),
      gemini2.tokens(image),
      gemini3.tokens(image),
    ];
    expect(figures).toEqual([standard, highResolution, gpt54, gpt41Mini, gpt4o, gpt51, two, 1120]);
    expect(openaiGpt56.tokens(image, "high")).toBe(gpt54);
  });
});

describe("tokens: Claude", () => {
  test.each([
    ["claude-standard", "1280x960", "1270x952"],
    ["claude-standard", "1920x1080", "1456x819"],
    ["claude-standard", "1075x1520", "924x1307"],
    // Named by the API itself in a 400, for `oversized_image: "error"`.
    ["claude-standard", "1593x2324", "902x1316"],
    ["claude-standard", "4000x4000", "1092x1092"],
    ["claude-standard", "1191x1684", "924x1307"],
    ["claude-high-resolution", "3840x2160", "2576x1449"],
    ["claude-standard", "8000x10", "1568x2"],
    ["claude-standard", "1x65535", "1x1568"],
  ])("%s sees %s as %s", (id, sent, seen) => {
    expect(modelById(id).resized(size(sent))).toEqual(size(seen));
  });

  test.each([
    ["claude-standard", "1280x952"],
    ["claude-standard", "952x1280"],
    ["claude-standard", "1268x951"],
    ["claude-standard", "1x1"],
    ["claude-high-resolution", "1280x960"],
    ["claude-high-resolution", "1075x1520"],
  ])("%s leaves %s alone", (id, sent) => {
    expect(modelById(id).resized(size(sent))).toEqual(size(sent));
  });

  it("counts 2000x1500 as 1564, whatever row of the page's size table is right", () => {
    expect(claudeStandard.tokens(size("2000x1500"))).toBe(1564);
  });

  it("bills a large photo close to the 4,788 input tokens that were measured with a prompt", () => {
    expect(claudeHighResolution.tokens(size("8000x6000"))).toBe(4740);
  });

  it("ignores a detail meant for another family", () => {
    const model: TokenModel = claudeStandard;
    expect(model.tokens(size("1024x768"), "low")).toBe(1036);
  });
});

describe("tokens: OpenAI by patches", () => {
  it.each([openaiGpt6, openaiGpt56])(
    "never shrinks on $label unless asked to, and refuses above 30,000 patches",
    (model) => {
      expect(model.tokens(size("4032x3024"))).toBe(14_364);
      expect(model.resized(size("6400x4800"))).toEqual(size("6400x4800"));
      expect(model.refuses(size("6400x4800"))).toBe(false);
      expect(model.refuses(size("6401x4800"))).toBe(true);
      expect(model.refuses(size("6401x4800"), "high")).toBe(false);
      expect(model.tokens(size("2400x2400"))).toBe(6750);
    },
  );

  test.each([
    ["openai-gpt-5.6", "low", "1280x960", "512x384", 231],
    ["openai-gpt-5.4", "auto", "4032x3024", "1824x1368", 2942],
    // 50 whole patches high by the rule; slightly less in floating point.
    ["openai-gpt-5.4", "auto", "1806x1860", "1553x1600", 2940],
    ["openai-gpt-5.4", "original", "4000x3000", "3669x2752", 11_868],
    ["openai-gpt-5.4", "original", "6000x6000", "3200x3200", 12_000],
    ["openai-gpt-5.5", "auto", "8000x1000", "6000x750", 5415],
    ["openai-gpt-5.4", "low", "4032x3024", "2048x1536", 3687],
    ["openai-gpt-5.2", "high", "4032x3024", "2048x1536", 3687],
  ])("%s at %s takes %s as %s", (id, detail, sent, seen, tokens) => {
    expect(modelById(id).resized(size(sent), detail)).toEqual(size(seen));
    expect(modelById(id).tokens(size(sent), detail)).toBe(tokens);
  });

  it("reproduces the guide's own example with its older budget", () => {
    const older = openaiPatch({
      id: "x",
      label: "x",
      multiplier: 1,
      details: { high: { maxEdgePx: 2048, maxPatches: 1536 } },
    });
    expect(older.resized(size("1800x2400"))).toEqual(size("1056x1408"));
    expect(older.tokens(size("1800x2400"))).toBe(1452);
    expect(older.tokens(size("1024x1024"))).toBe(1024);
  });

  it("throws for a detail the model does not know, naming those it does", () => {
    const model: TokenModel = openaiGpt56;
    expect(() => model.tokens(size("10x10"), "best")).toThrow(/"best".*auto, low, high, original/);
    expect(() => model.resized(size("10x10"), "best")).toThrow(TypeError);
    expect(() => model.refuses(size("10x10"), "best")).toThrow(TypeError);
  });
});

describe("tokens: OpenAI by tiles", () => {
  test.each([
    ["openai-gpt-4o", "1600x1000", "1228x768", 85 + 6 * 170],
    ["openai-gpt-4o", "3000x500", "2048x341", 85 + 4 * 170],
    ["openai-gpt-4o-mini", "1024x768", "1024x768", 2833 + 4 * 5667],
    ["openai-o3", "512x512", "512x512", 75 + 150],
    ["openai-gpt-5", "65535x1", "2048x1", 70 + 4 * 140],
  ])("%s takes %s as %s", (id, sent, seen, tokens) => {
    expect(modelById(id).resized(size(sent))).toEqual(size(seen));
    expect(modelById(id).tokens(size(sent))).toBe(tokens);
  });

  it("costs the base alone at low detail", () => {
    expect(openaiGpt4o.tokens(size("4032x3024"), "low")).toBe(85);
    expect(openaiTile({ id: "x", label: "x", base: 7, tile: 9 }).tokens(size("4032x3024"), "low")).toBe(7);
  });
});

describe("tokens: Gemini", () => {
  it("counts one tile up to 384 px, then tiles by the short side", () => {
    expect(gemini2.tokens(size("384x384"))).toBe(258);
    expect(gemini2.tokens(size("385x384"))).toBe(4 * 258);
    // The page's own example: unit 360, 3 x 2 tiles.
    expect(gemini2.tokens(size("960x540"))).toBe(6 * 258);
    expect(gemini2.tokens(size("400x1"))).toBe(400 * 258);
  });

  it("spends a fixed sum an image from version 3 on", () => {
    const all = gemini3.details.map((detail) => gemini3.tokens(size("400x300"), detail));
    expect(Object.fromEntries(gemini3.details.map((detail, index) => [detail, all[index]]))).toEqual({
      low: 280,
      medium: 560,
      high: 1120,
      ultra_high: 2240,
    });
    expect(gemini3.resized(size("4032x3024"))).toEqual(size("3072x2304"));
  });
});

describe("tokens: Mistral", () => {
  // The most that an image costs, 3025 and 4096, is in the page's own table.
  test.each([
    ["mistral-3", "1540x1540", "1540x1540", 3025],
    ["mistral-3", "4000x4000", "1540x1540", 3025],
    ["mistral-3", "1280x960", "1280x960", 1568],
    ["mistral-3", "4032x3024", "1540x1155", 2269],
    ["mistral-3", "1x1", "1x1", 1],
    ["pixtral", "1024x1024", "1024x1024", 4096],
    ["pixtral", "1280x960", "1024x768", 3072],
  ])("%s sees %s as %s, for %d tokens", (id, sent, seen, tokens) => {
    expect(modelById(id).resized(size(sent))).toEqual(size(seen));
    expect(modelById(id).tokens(size(sent))).toBe(tokens);
  });
});

describe("tokens: every model", () => {
  it("says what it is, where the rule is written, how sure and since when", () => {
    expect(new Set(models.map(({ id }) => id)).size).toBe(models.length);
    for (const model of models) {
      expect(model.asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(model.source).toMatch(/^https:\/\//);
      expect(model.confidence).toMatch(/^[A-D]$/);
      expect(model.label).not.toBe("");
    }
  });

  const side = fc.integer({ min: 1, max: 70_000 });
  it.each(models)("$id never enlarges, keeps whole pixels, and is content with its own size", (model) => {
    fc.assert(
      fc.property(side, side, fc.constantFrom(...model.details, undefined), (width, height, detail) => {
        const seen = model.resized({ width, height }, detail);
        expect(seen.width).toBeLessThanOrEqual(width);
        expect(seen.height).toBeLessThanOrEqual(height);
        expect(Math.min(seen.width, seen.height)).toBeGreaterThanOrEqual(1);
        expect([seen.width, seen.height].every(Number.isInteger)).toBe(true);
        expect(model.resized(seen, detail)).toEqual(seen);
        const tokens = model.tokens({ width, height }, detail);
        expect(Number.isInteger(tokens) && tokens > 0).toBe(true);
      }),
    );
  });

  it.each(models)("$id sees a rotated picture as the same, rotated", (model) => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        const [lying, standing] = [model.resized({ width, height }), model.resized({ width: height, height: width })];
        expect(standing).toEqual({ width: lying.height, height: lying.width });
      }),
    );
  });

  it.each(models)("$id counts nothing for a size that is no picture, and always returns", (model) => {
    for (const none of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(model.tokens({ width: none, height: 100 })).toBe(0);
      expect(model.resized({ width: 100, height: none })).toEqual({ width: 100, height: none });
      expect(model.refuses({ width: none, height: none })).toBe(false);
    }
  });

  it("keeps Claude's limits whatever the picture", () => {
    fc.assert(
      fc.property(side, side, fc.constantFrom(...claude), (width, height, model) => {
        const most = model === claudeStandard ? { tokens: 1568, edge: 1568 } : { tokens: 4784, edge: 2576 };
        const seen = model.resized({ width, height });
        expect(model.tokens({ width, height })).toBeLessThanOrEqual(most.tokens);
        expect(Math.max(seen.width, seen.height)).toBeLessThanOrEqual(most.edge);
      }),
    );
  });
});

describe("estimateTokens", () => {
  it("adds the images up, in their order", () => {
    expect(estimateTokens([size("1280x960"), size("1280x720")], claudeStandard)).toEqual({
      total: 2760,
      perImage: [1564, 1196],
    });
    expect(estimateTokens([size("1280x960")], openaiGpt4o, "low")).toEqual({ total: 85, perImage: [85] });
    expect(estimateTokens([], gemini3)).toEqual({ total: 0, perImage: [] });
  });
});
