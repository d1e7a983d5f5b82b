import { expect, test } from "vitest";
import { shortenName, splitName } from "../../src/react/text/split-name.js";

const FAMILY = "\u{1f468}\u200d\u{1f469}\u200d\u{1f467}";
const ACCENTED = "e\u0301";

test.each([
  ["a short name", "IMG_2031.jpg", "IMG_2031.jpg", ""],
  ["one that fits most rows", "screenshot.png", "screen", "shot.png"],
  ["a long one", "Screenshot 2026-11-29 at 14.22.08.png", "Screenshot 2026-11-29 at 14.2", "2.08.png"],
  ["one without an extension", "a-name-that-goes-on-and-on", "a-name-that-goes-on-an", "d-on"],
  [
    "a sentence with a full stop",
    "This is what he said. And then he went",
    "This is what he said. And then he ",
    "went",
  ],
  ["families of emoji", `${FAMILY.repeat(20)}.png`, FAMILY.repeat(16), `${FAMILY.repeat(4)}.png`],
  ["few emoji of many code units", `${FAMILY.repeat(4)}.png`, `${FAMILY.repeat(4)}.png`, ""],
  ["combining accents", `${ACCENTED.repeat(24)}.jpg`, ACCENTED.repeat(20), `${ACCENTED.repeat(4)}.jpg`],
  ["right to left", "\u0635\u0648\u0631\u0629".repeat(6) + ".jpg", "\u0635\u0648\u0631\u0629".repeat(6), ".jpg"],
  [
    "a page in Arabic",
    "scan.pdf (\u0635\u0641\u062d\u0629 3 \u0645\u0646 3)",
    "scan.pdf (\u0635\u0641\u062d\u0629 3 \u0645\u0646 3)",
    "",
  ],
])("a name in two parts: %s", (_what, name, head, tail) => {
  expect(splitName(name)).toEqual({ head, tail });
  expect(head + tail).toBe(name);
});

test.each([
  ["a short name", "IMG_2031.jpg", "IMG_2031.jpg"],
  ["300 characters", `${"a".repeat(296)}.jpg`, `${"a".repeat(11)}\u2026aaaa.jpg`],
  ["emoji", `${FAMILY.repeat(30)}.jpeg`, `${FAMILY.repeat(10)}\u2026${FAMILY.repeat(4)}.jpeg`],
])("a name of at most 20 characters: %s", (_what, name, expected) => {
  expect(shortenName(name, 20)).toBe(expected);
});
