import { describe, expect, it, test } from "vitest";
import { moveItem, removeItems, replaceItem } from "../../../src/queue/items.js";
import type { ImageItem } from "../../../src/queue/types.js";

const list = (ids: string) =>
  [...ids].map((id): ImageItem => ({ id, name: id, label: id, file: new Blob(), status: "waiting" }));
const ids = (items: readonly ImageItem[]) => items.map(({ id }) => id).join("");

describe("moveItem", () => {
  test.each([
    ["a", 2, "bcad"],
    ["d", 0, "dabc"],
    ["b", 1, "abcd"],
    ["b", -5, "bacd"],
    ["b", 99, "acdb"],
    ["b", Number.NaN, "abcd"],
    ["x", 0, "abcd"],
  ])("%s to %d", (id, toIndex, expected) => {
    expect(ids(moveItem(list("abcd"), id, toIndex))).toBe(expected);
  });
});

describe("removeItems and replaceItem", () => {
  it("return the same list for an unknown id", () => {
    const items = list("abc");
    expect(removeItems(items, new Set("x"))).toBe(items);
    expect(replaceItem(items, "x", (item) => item)).toBe(items);
    expect(moveItem(items, "x", 1)).toBe(items);
  });

  it("leave the list they were given alone", () => {
    const items = list("abc");
    expect(ids(removeItems(items, new Set("b")))).toBe("ac");
    expect(ids(replaceItem(items, "b", (item) => ({ ...item, id: "B" })))).toBe("aBc");
    expect(ids(items)).toBe("abc");
  });
});
