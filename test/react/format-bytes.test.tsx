import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatCap,
  formatExcess,
  formatFileBytes,
  formatUsage,
  hasCap,
  requestFigures,
  type ShownBytes,
} from "../../src/react/text/format-bytes.js";

const MIB = 2 ** 20;

describe("formatFileBytes: SI units", () => {
  test.each([
    [0, "0 B"],
    [1, "1 B"],
    [812, "812 B"],
    [999, "999 B"],
    [1_000, "1.0 kB"],
    [9_949, "9.9 kB"],
    [9_950, "10 kB"],
    [212_345, "212 kB"],
    [999_499, "999 kB"],
    [999_500, "1.0 MB"],
    [4_100_000, "4.1 MB"],
    [12_600_000, "13 MB"],
    [104_857_600, "105 MB"],
    [2_500_000_000, "2.5 GB"],
    [1e13, "10000 GB"],
    [Number.NaN, "?"],
    [Number.POSITIVE_INFINITY, "?"],
    [-1, "?"],
  ])("%d bytes are %s", (bytes, words) => {
    expect(formatFileBytes(bytes)).toBe(words);
  });
});

describe("formatCap: never rounded up", () => {
  test.each([
    [32 * MIB, "33.55 MB"],
    [256 * MIB, "268.43 MB"],
    [50_000_000, "50 MB"],
    [4_500_000, "4.5 MB"],
    [4_350_000, "4.35 MB"],
    [512 * 1024, "524.28 kB"],
    [400_000, "400 kB"],
    [512, "512 B"],
    [2_000_000_000, "2 GB"],
  ])("%d bytes are %s", (bytes, words) => {
    expect(formatCap(bytes)).toBe(words);
  });

  test("no cap: anything that cannot be divided by", () => {
    expect([Infinity, NaN, 0, -1].map(hasCap)).toEqual([false, false, false, false]);
    expect(hasCap(1)).toBe(true);
  });
});

describe("formatUsage: size and cap", () => {
  test.each([
    [0, 32 * MIB, "0 B of 33.55 MB"],
    [72, 32 * MIB, "72 B of 33.55 MB"],
    [838_861, 32 * MIB, "839 kB of 33.55 MB"],
    [999_600, 32 * MIB, "1.0 of 33.55 MB"],
    [2_100_000, 32_000_000, "2.1 of 32 MB"],
    [29_910_000, 32_000_000, "29.9 of 32 MB"],
    [32 * MIB, 32 * MIB, "33.55 of 33.55 MB"],
    [32 * MIB - 1, 32 * MIB, "33.549999 of 33.55 MB"],
    [32 * MIB + 1, 32 * MIB, "33.550001 of 33.55 MB"],
    [358_994, 300_000, "359 of 300 kB"],
    [299_999, 300_000, "299.999 of 300 kB"],
    [299_600, 300_000, "299.6 of 300 kB"],
    [299_400, 300_000, "299 of 300 kB"],
    [100, 512, "100 of 512 B"],
    [800_000, Infinity, "800 kB"],
  ])("%d of %d bytes is shown as %s", (bytes, cap, words) => {
    expect(formatUsage(bytes, cap)).toBe(words);
  });

  test.each([
    [358_994, 300_000, "59 kB"],
    [32 * MIB + 1, 32 * MIB, "1 B"],
    [33_150_000, 32_000_000, "1.1 MB"],
    [4_600_000, 4_500_000, "100 kB"],
    [11_634_000, 4_500_000, "7.1 MB"],
    [600, 512, "88 B"],
  ])("%d bytes exceed %d by %s", (bytes, cap, words) => {
    expect(formatExcess(bytes, cap)).toBe(words);
  });
});

describe("formatUsage: size, cap and excess add up", () => {
  const caps = fc.oneof(
    fc.integer({ min: 1, max: 256 }).map((count) => count * MIB),
    fc.integer({ min: 1, max: 3_000_000_000 }),
    fc.integer({ min: 1, max: 900 }).map((count) => count * 100_000),
  );
  const UNITS = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };
  const LOCALES = ["en-US", "de-DE", "fr-FR", "hi-IN", "sv-SE", "ja-JP"];

  /** What a reader of the figure takes it for. */
  function read({ value, unit, decimals }: ShownBytes, locale: string): number {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    const parts = format.formatToParts(value);
    const text = parts.map(({ type, value: part }) => (type === "decimal" ? "." : type === "group" ? "" : part));
    return Number(text.join("")) * UNITS[unit];
  }

  test("over the cap, in any language", () => {
    const excesses = fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 4_000_000_000 }));
    fc.assert(
      fc.property(caps, excesses, fc.constantFrom(...LOCALES), (capBytes, excessBytes, locale) => {
        const { size, cap, excess } = requestFigures(capBytes + excessBytes, capBytes);
        expect(read(size, locale) - read(cap!, locale)).toBeCloseTo(read(excess!, locale), 0);
        expect(read(excess!, locale)).toBeGreaterThan(0);
      }),
    );
  });

  test("over the cap, in the default words", () => {
    fc.assert(
      fc.property(caps, fc.integer({ min: 1, max: 4_000_000_000 }), (capBytes, excessBytes) => {
        const bytes = capBytes + excessBytes;
        const [, size, cap, unit] = /^([\d.]+) of ([\d.]+) (\w+)$/.exec(formatUsage(bytes, capBytes))!;
        const [excess, smaller] = formatExcess(bytes, capBytes).split(" ");
        expect(`${cap} ${unit}`).toBe(formatCap(capBytes));
        const inUnit = (Number(excess) * UNITS[smaller as "B"]) / UNITS[unit as "B"];
        expect(Number(cap) + inUnit).toBeCloseTo(Number(size), 8);
      }),
    );
  });

  test("below the cap a size is shown as less than the cap", () => {
    fc.assert(
      fc.property(caps, fc.double({ min: 0, max: 1, noNaN: true }), (capBytes, share) => {
        const bytes = Math.min(capBytes - 1, Math.round(capBytes * share));
        const { size, cap } = requestFigures(bytes, capBytes);
        expect(read(size, "en-US")).toBeLessThan(read(cap!, "en-US"));
      }),
    );
  });
});
