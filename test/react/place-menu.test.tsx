import { expect, test } from "vitest";
import { placeMenu } from "../../src/react/menu/place-menu.js";

const menu = { width: 200, height: 300 };
const window = { width: 1000, height: 800 };
const at = (left: number, top: number, size = 40) => ({ left, top, right: left + size, bottom: top + size });

test.each([
  ["below, left edges meet", at(100, 100), false, { left: 100, top: 144 }],
  ["in a right-to-left page the right edges meet", at(500, 100), true, { left: 340, top: 144 }],
  ["above, where there is no room below", at(100, 700), false, { left: 100, top: 396 }],
  ["within the window at its right", at(950, 100), false, { left: 792, top: 144 }],
  ["within the window at its left", at(0, 100), true, { left: 8, top: 144 }],
] as const)("menu: %s", (_, anchor, isRtl, expected) => {
  expect(placeMenu(anchor, menu, window, isRtl)).toEqual(expected);
});

test("menu: where there is room neither above nor below, it stays within the window", () => {
  expect(placeMenu(at(100, 150), menu, { width: 1000, height: 320 }, false)).toEqual({ left: 100, top: 12 });
});
