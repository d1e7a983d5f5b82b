import { expect, test } from "vitest";
import { dropPosition, shifts, type Slot } from "../../src/react/reorder/drop-position.js";

/** Tiles of 72 px with 8 px between them. */
const tiles: readonly Slot[] = Array.from({ length: 5 }, (_, at) => ({ start: 80 * at, size: 72 }));
const rows: readonly Slot[] = [
  { start: 0, size: 60 },
  { start: 66, size: 120 },
  { start: 192, size: 60 },
];

test.each([
  ["not moved", tiles, 2, 0, 2],
  ["moved by less than half a neighbour", tiles, 2, 40, 2],
  ["past the middle of the next", tiles, 2, 45, 3],
  ["past the middle of the one before", tiles, 2, -45, 1],
  ["far beyond the end", tiles, 1, 5000, 4],
  ["far before the beginning", tiles, 3, -5000, 0],
  ["a short row past a tall one", rows, 0, 67, 1],
  ["a short row not yet past a tall one", rows, 0, 65, 0],
  ["a tall row up past a short one", rows, 1, -37, 0],
] as const)("drop position: %s", (_what, slots, from, delta, expected) => {
  expect(dropPosition(slots, from, delta)).toBe(expected);
});

test.each([
  [1, 3, [0, 0, -80, -80, 0]],
  [3, 0, [80, 80, 80, 0, 0]],
  [2, 2, [0, 0, 0, 0, 0]],
  [4, 3, [0, 0, 0, 80, 0]],
] as const)("drop position: the others make room, from %i to %i", (from, to, expected) => {
  expect(shifts(tiles, from, to).map((distance) => distance + 0)).toEqual(expected);
});

test("drop position: the others make room for a row by its own height", () => {
  expect(shifts(rows, 0, 2)).toEqual([0, -66, -66]);
  expect(shifts(rows, 2, 0)).toEqual([66, 66, 0]);
});
