import { describe, expect, test } from "vitest";
import {
  formatCap,
  formatExcess,
  formatFileBytes,
  formatPartBytes,
  formatRequestBytes,
  hasCap,
} from "../../src/react/text/format-bytes.js";

const MIB = 2 ** 20;

describe("file sizes, in SI units", () => {
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

describe("caps, each in the unit it is a round number of", () => {
  test.each([
    [32 * MIB, "32 MiB"],
    [256 * MIB, "256 MiB"],
    [50_000_000, "50 MB"],
    [4_500_000, "4.5 MB"],
    [4.5 * MIB, "4.719 MB"],
    [512 * 1024, "512 KiB"],
    [400_000, "400 kB"],
    [512, "512 B"],
  ])("%d bytes are %s", (bytes, words) => {
    expect(formatCap(bytes)).toBe(words);
  });

  test("no cap is anything that cannot be divided by", () => {
    expect([Infinity, NaN, 0, -1].map(hasCap)).toEqual([false, false, false, false]);
    expect(hasCap(1)).toBe(true);
  });
});

describe("a request's size beside its cap", () => {
  test.each([
    [0, 32 * MIB, "0.0 MiB"],
    [72, 32 * MIB, "<0.1 MiB"],
    [838_861, 32 * MIB, "0.8 MiB"],
    [32 * MIB, 32 * MIB, "32.0 MiB"],
    [32 * MIB + 1, 32 * MIB, "32.000001 MiB"],
    [32 * MIB - 1, 32 * MIB, "31.999999 MiB"],
    [32 * MIB + 20_000, 32 * MIB, "32.02 MiB"],
    [33.1 * MIB, 32 * MIB, "33.1 MiB"],
    [800_000, 4_500_000, "0.8 MB"],
    [358_183, 400_000, "358.2 kB"],
    [100, 512, "100 B"],
    [800_000, Infinity, "800 kB"],
  ])("%d of %d bytes is shown as %s", (bytes, cap, words) => {
    expect(formatRequestBytes(bytes, cap)).toBe(words);
  });

  test.each([
    [32 * MIB + 1, 32 * MIB, "1 B"],
    [33.15 * MIB, 32 * MIB, "1.2 MiB"],
    [4_600_000, 4_500_000, "0.1 MB"],
    [600, 512, "88 B"],
  ])("%d bytes exceed %d by %s", (bytes, cap, words) => {
    expect(formatExcess(bytes, cap)).toBe(words);
  });
});

describe("a part of a request, in the family of its cap's unit", () => {
  test.each([
    [0, 32 * MIB, "0 B"],
    [812, 32 * MIB, "812 B"],
    [1023, 32 * MIB, "1023 B"],
    [1024, 32 * MIB, "1.0 KiB"],
    [283_104, 32 * MIB, "276 KiB"],
    [1_048_000, 32 * MIB, "1023 KiB"],
    [1_048_200, 32 * MIB, "1.0 MiB"],
    [20 * MIB, 256 * MIB, "20 MiB"],
    [283_104, 512 * 1024, "276 KiB"],
    [283_104, 20_000_000, "283 kB"],
    [283_104, 400, "283 kB"],
    [283_104, Infinity, "283 kB"],
  ])("%d bytes below %d are %s", (bytes, cap, words) => {
    expect(formatPartBytes(bytes, cap)).toBe(words);
  });
});
