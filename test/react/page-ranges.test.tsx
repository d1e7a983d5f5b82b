import { describe, expect, test } from "vitest";
import { formatPages, parsePages } from "../../src/react/pages/page-ranges.js";

describe("page ranges", () => {
  test.each<[string, readonly number[] | undefined]>([
    ["", []],
    [" , ", []],
    ["7", [7]],
    ["1-3, 7", [1, 2, 3, 7]],
    ["1 - 3 7", [1, 2, 3, 7]],
    ["1\u20132;9", [1, 2, 9]],
    ["9, 2-3, 9", [9, 2, 3]],
    ["8-", [8, 9, 10]],
    ["0", undefined],
    ["11", undefined],
    ["3-1", undefined],
    ["1-11", undefined],
    ["-3", undefined],
    ["two", undefined],
    ["1.5", undefined],
    ["99999999999999999999", undefined],
  ])("%j of 10 pages: %j", (text, pages) => {
    expect(parsePages(text, 10)).toEqual(pages);
  });

  test.each<[readonly number[], string]>([
    [[], ""],
    [[4], "4"],
    [[3, 1, 2, 7, 7], "1-3, 7"],
    [[1, 3, 5, 6], "1, 3, 5-6"],
  ])("%j are written %j, and read the same", (pages, text) => {
    expect(formatPages(pages)).toBe(text);
    expect(parsePages(text, 10)).toEqual([...new Set(pages)].toSorted((a, b) => a - b));
  });
});
