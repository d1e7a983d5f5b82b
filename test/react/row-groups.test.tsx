import { expect, test } from "vitest";
import { moveItem, removeItem, replaceItem } from "../../src/queue/list.js";
import type { ImageItem } from "../../src/queue/types.js";
import { regroup, type RowGroup } from "../../src/react/components/row-groups.js";

const file = new Blob();
const item = (index: number): ImageItem => ({ id: `image-${index}`, name: `${index}.jpg`, label: `${index}.jpg`, file, status: "waiting" });
const list = (count: number, from = 0): readonly ImageItem[] => Array.from({ length: count }, (_, index) => item(from + index));
const sizes = (groups: readonly RowGroup[]) => groups.map(({ items }) => items.length);
const all = (groups: readonly RowGroup[]) => groups.flatMap(({ items }) => items);
/** How many groups are not the same objects as before. */
const redrawn = (before: readonly RowGroup[], after: readonly RowGroup[]) => after.filter((group) => !before.includes(group)).length;

const of100 = list(100);
const groups100 = regroup([], of100);

test("a short list is one group; the next rows fill the last one, then begin another", () => {
  expect(sizes(regroup([], list(3)))).toEqual([3]);
  expect(sizes(groups100)).toEqual([24, 24, 24, 24, 4]);
  const more = regroup(groups100, [...of100, ...list(30, 100)]);
  expect(sizes(more)).toEqual([24, 24, 24, 24, 24, 10]);
  expect(redrawn(groups100, more)).toBe(2);
});

test("nothing changed: the same array", () => {
  expect(regroup(groups100, of100)).toBe(groups100);
  expect(regroup(groups100, [...of100])).toBe(groups100);
});

test.each([
  ["one removed", removeItem(of100, "image-30")],
  ["one in another state", replaceItem(of100, "image-30", (one) => ({ ...one, name: "other.jpg" }))],
  ["one moved within its group", moveItem(of100, "image-30", 26)],
])("%s: the other groups are the same objects", (_, items) => {
  const after = regroup(groups100, items);
  expect(all(after)).toEqual(items);
  expect(redrawn(groups100, after)).toBe(1);
});

test.each([
  ["to the front", "image-99", 0],
  ["to the end", "image-0", 99],
  ["one place, out of its group", "image-24", 23],
  ["one place, into the next group", "image-23", 24],
  ["from the end into the middle", "image-99", 50],
])("moved %s: two groups change at most, and nothing but the order of what was moved", (_, id, to) => {
  const items = moveItem(of100, id, to);
  const after = regroup(groups100, items);
  expect(all(after)).toEqual(items);
  expect(redrawn(groups100, after)).toBeLessThanOrEqual(2);
  expect(Math.max(...sizes(after))).toBeLessThanOrEqual(25);
});

test("a group that loses all its rows goes, and the rows behind it stay where they are", () => {
  const after = regroup(groups100, of100.slice(24));
  expect(sizes(after)).toEqual([24, 24, 24, 4]);
  expect(redrawn(groups100, after)).toBe(0);
});

test("whatever happens to the list, every row is there once, in order, and no two groups share a key", () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 16_807) % 2_147_483_647) % below;
  let items = list(40);
  let groups = regroup([], items);
  for (let step = 0; step < 3_000; step++) {
    const id = items[random(Math.max(1, items.length))]?.id ?? "";
    const changes = [
      () => [...items, ...list(random(60), 1_000 * (step + 1))],
      () => removeItem(items, id),
      () => moveItem(items, id, random(items.length)),
      () => items.filter(() => random(8) > 0),
      () => items.toReversed(),
      () => [],
    ];
    items = changes[Math.min(random(400), random(9), 5)]!();
    groups = regroup(groups, items);
    expect(all(groups)).toEqual(items);
    expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
    expect(sizes(groups)).not.toContain(0);
  }
});
