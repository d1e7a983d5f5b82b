import { describe, expect, it } from "vitest";
import { attemptsFor, scaleBy } from "../../../src/pipeline/attempts.js";
import { resolveSettings } from "../../../src/shared/settings.js";

describe("attemptsFor", () => {
  it("begins with what was planned and only gets smaller", () => {
    const attempts = attemptsFor(resolveSettings({}));
    expect(attempts[0]).toEqual({ quality: 0.85, scale: 1 });
    for (let at = 1; at < attempts.length; at += 1) {
      const [before, after] = [attempts[at - 1]!, attempts[at]!];
      expect(after.quality < before.quality || after.scale < before.scale).toBe(true);
    }
  });

  it("does not raise a low quality, nor lower one that PNG does not have", () => {
    expect(attemptsFor(resolveSettings({ quality: 0.5 })).every(({ quality }) => quality <= 0.5)).toBe(true);
    expect(
      attemptsFor(resolveSettings({ mediaType: "image/png" }))
        .slice(1)
        .every(({ scale }) => scale < 1),
    ).toBe(true);
  });
});

describe("scaleBy", () => {
  it("rounds, and never reaches zero (T35)", () => {
    expect(scaleBy({ width: 1280, height: 1 }, 0.7)).toEqual({ width: 896, height: 1 });
    expect(scaleBy({ width: 1, height: 1 }, 0.1)).toEqual({ width: 1, height: 1 });
  });
});
