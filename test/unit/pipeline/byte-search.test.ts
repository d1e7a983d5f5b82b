import { describe, expect, it } from "vitest";
import { bestOf, type ByteGoal, nextAttempt, scaleBy, type Tried } from "../../../src/pipeline/byte-search.js";
import { BYTES_BY_SIDE, bytesAtQuality, qualityAtBytes } from "../../../src/shared/quality-curve.js";

const GOAL: ByteGoal = { maxBytes: 0, target: { width: 1280, height: 960 }, quality: 0.85, isLossless: false };

type Picture = (quality: number, scale: number) => number;

/** A picture whose bytes follow quality and size by other powers than the curve says. */
function picture({ steepness = 1, bySide = BYTES_BY_SIDE, full = 160_000, noise = 0 } = {}): Picture {
  return (quality, scale) => {
    const jitter = 1 + noise * Math.sin(quality * 1000 + scale * 7777);
    return Math.round(full * (bytesAtQuality(quality) / bytesAtQuality(0.85)) ** steepness * scale ** bySide * jitter);
  };
}

function search(goal: ByteGoal, bytesOf: Picture): { tried: Tried[]; best: Tried | undefined } {
  const tried: Tried[] = [];
  for (let next = nextAttempt(goal, tried); next; next = nextAttempt(goal, tried))
    tried.push({ ...next, bytes: bytesOf(next.quality, next.scale) });
  return { tried, best: bestOf(goal, tried) };
}

describe("byte search: quality and size for a number of bytes", () => {
  it("makes the planned encode first, and no other where that is small enough", () => {
    const { tried } = search({ ...GOAL, maxBytes: 160_000 }, picture());
    expect(tried).toEqual([{ quality: 0.85, scale: 1, bytes: 160_000 }]);
  });

  const kinds: [string, Parameters<typeof picture>[0]][] = [
    ["as the curve says", {}],
    ["a screenshot, whose bytes follow quality less", { steepness: 0.75 }],
    ["one whose bytes follow it more", { steepness: 1.5 }],
    ["one with more detail when it is small", { bySide: 1.3 }],
    ["a smooth one", { bySide: 1.8 }],
    ["an encoder that is uneven", { noise: 0.03 }],
  ];
  const shares = [0.98, 0.9, 0.8, 0.7, 0.6, 0.5, 0.45, 0.4, 0.3, 0.2, 0.15, 0.12];
  const cases = kinds.flatMap(([name, kind]) => shares.map((share) => [name, share, kind] as const));

  it.each(cases)("%s, to %d of its bytes: under it, at least 90 %% of it, in six encodes", (_name, share, kind) => {
    const maxBytes = Math.floor(160_000 * share);
    const { tried, best } = search({ ...GOAL, maxBytes }, picture(kind));
    expect(tried.length).toBeLessThanOrEqual(6);
    expect(best!.bytes).toBeLessThanOrEqual(maxBytes);
    expect(best!.bytes).toBeGreaterThanOrEqual(0.9 * maxBytes);
  });

  it("lowers quality before size, and neither below the floor", () => {
    const byQuality = search({ ...GOAL, maxBytes: 100_000 }, picture());
    expect(byQuality.tried.every(({ scale }) => scale === 1)).toBe(true);
    const bySize = search({ ...GOAL, maxBytes: 40_000 }, picture());
    expect(bySize.best!.scale).toBeLessThan(1);
    for (const { quality, scale } of [...byQuality.tried, ...bySize.tried]) {
      expect(quality).toBeGreaterThanOrEqual(0.5);
      expect(scale * 1280).toBeGreaterThanOrEqual(320);
    }
  });

  it("ends at the floor where even that is too large, and knows how large it is", () => {
    const { tried, best } = search({ ...GOAL, maxBytes: 2_000 }, picture());
    expect(best).toBeUndefined();
    expect(tried[tried.length - 1]).toMatchObject({ quality: 0.5, scale: 0.25 });
    expect(tried.length).toBeLessThanOrEqual(6);
  });

  it("leaves a low quality and a small picture as they were planned", () => {
    const small = { ...GOAL, target: { width: 200, height: 100 }, quality: 0.4 };
    expect(search({ ...small, maxBytes: 10 }, picture()).tried).toHaveLength(1);
  });

  it("has only sides to change where there is no quality", () => {
    const { tried, best } = search(
      { ...GOAL, isLossless: true, maxBytes: 90_000 },
      (_, scale) => 160_000 * scale ** 1.8,
    );
    expect(tried.every(({ quality }) => quality === 0.85)).toBe(true);
    expect(best!.bytes).toBeGreaterThan(72_000);
  });

  it("ends with an encoder whose files never change", () => {
    const { tried, best } = search({ ...GOAL, maxBytes: 50_000 }, () => 100_000);
    expect(best).toBeUndefined();
    expect(tried.length).toBeLessThanOrEqual(6);
    expect(tried[tried.length - 1]).toMatchObject({ quality: 0.5, scale: 0.25 });
  });
});

describe("scaleBy", () => {
  it("rounds, and never reaches zero (T35)", () => {
    expect(scaleBy({ width: 1280, height: 1 }, 0.7)).toEqual({ width: 896, height: 1 });
    expect(scaleBy({ width: 1, height: 1 }, 0.1)).toEqual({ width: 1, height: 1 });
  });
});

describe("byte search: the quality curve", () => {
  it("rises with quality, and is read both ways", () => {
    for (let quality = 0.01; quality < 1; quality += 0.01) {
      expect(bytesAtQuality(quality)).toBeGreaterThan(bytesAtQuality(quality - 0.01));
      expect(qualityAtBytes(bytesAtQuality(quality))).toBeCloseTo(quality, 3);
    }
    expect(bytesAtQuality(0.85)).toBe(1);
  });
});
