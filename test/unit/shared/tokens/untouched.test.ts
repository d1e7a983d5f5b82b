import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fitWithin } from "../../../../src/shared/fit.js";
import { claudeHighResolution, claudeStandard } from "../../../../src/endpoints/anthropic/tokens.js";
import { gemini2 } from "../../../../src/endpoints/gemini/tokens.js";
import { openaiGpt54, openaiGpt56 } from "../../../../src/endpoints/openai/patch-tokens.js";
import { openaiGpt4o } from "../../../../src/endpoints/openai/tile-tokens.js";
import type { TokenModel } from "../../../../src/shared/tokens/types.js";
import { untouchedBox, willBeResampled } from "../../../../src/shared/tokens/untouched.js";

const models: TokenModel[] = [claudeStandard, claudeHighResolution, openaiGpt54, openaiGpt56, openaiGpt4o, gemini2];
const HUGE = { width: 64_000, height: 48_000 };

describe("willBeResampled", () => {
  it("names the size the provider will make of it, or nothing", () => {
    expect(willBeResampled({ width: 1280, height: 960 }, claudeStandard)).toEqual({ width: 1270, height: 952 });
    expect(willBeResampled({ width: 1280, height: 952 }, claudeStandard)).toBeUndefined();
    expect(willBeResampled({ width: 1280, height: 960 }, claudeHighResolution)).toBeUndefined();
    expect(willBeResampled({ width: 1280, height: 960 }, openaiGpt56, "low")).toEqual({ width: 512, height: 384 });
  });
});

describe("untouchedBox", () => {
  test.each<[string, { width: number; height: number } | undefined, string]>([
    ["claude-standard", undefined, "1280x952"],
    ["claude-standard", { width: 960, height: 1280 }, "952x1280"],
    ["claude-standard", HUGE, "1288x952"],
    ["claude-standard", { width: 800, height: 600 }, "800x600"],
    ["claude-high-resolution", undefined, "1280x960"],
    ["claude-high-resolution", HUGE, "2212x1680"],
    ["openai-gpt-5.4", undefined, "1280x960"],
    ["openai-gpt-5.6", HUGE, "6400x4800"],
    ["openai-gpt-4o", undefined, "1280x768"],
    ["gemini-2", HUGE, "3072x3072"],
  ])("of %s within %o is %s", (id, within, expected) => {
    const { width, height } = untouchedBox(
      models.find((model) => model.id === id)!,
      within,
    );
    expect(`${width}x${height}`).toBe(expected);
  });

  it("goes by the detail", () => {
    expect(untouchedBox(openaiGpt56, undefined, "low")).toEqual({ width: 512, height: 512 });
  });

  const side = fc.integer({ min: 1, max: 9000 });
  it.each(models)("of $id: every picture fitted into it is left as it is, and it cannot be larger", (model) => {
    fc.assert(
      fc.property(side, side, side, side, (width, height, boxWidth, boxHeight) => {
        const box = untouchedBox(model, { width: boxWidth, height: boxHeight });
        expect(willBeResampled(fitWithin({ width, height }, box), model)).toBeUndefined();
        const taken = (size: { width: number; height: number }) =>
          !willBeResampled(size, model) && !model.refuses(size);
        if (box.width < boxWidth) expect(taken({ ...box, width: box.width + 1 })).toBe(false);
        if (box.height < boxHeight) expect(taken({ ...box, height: box.height + 1 })).toBe(false);
      }),
    );
  });

  it("throws for an infinite box instead of searching forever", () => {
    for (const width of [Number.POSITIVE_INFINITY, Number.NaN, 0]) {
      expect(() => untouchedBox(claudeStandard, { width, height: 960 })).toThrow(TypeError);
    }
  });
});
