import { describe, expect, it } from "vitest";
import { looksLikeScreen } from "../../../src/pixels/looks-like-screen.js";
import { seeded } from "../../fixtures/simulated-pictures.js";

type Colour = (x: number, y: number) => number;

function picture(grey: Colour, width = 400, height = 300) {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, at = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1, at += 4) pixels.set([grey(x, y), grey(x, y), grey(x, y), 255], at);
  return { pixels, width, height };
}

/** Strokes of letters on lines, with soft edges. */
const text: Colour = (x, y) => (y % 20 < 10 && x % 9 < 2 ? 30 : y % 20 < 10 && x % 9 === 2 ? 140 : 245);
const random = seeded(1);
const noise = Array.from({ length: 400 * 300 }, () => random() * 255);

describe("looksLikeScreen", () => {
  it.each<[string, Colour, boolean]>([
    ["text on a flat ground", text, true],
    ["text on a dark ground", (x, y) => 255 - text(x, y), true],
    ["text in a window over a photo", (x, y) => (x < 240 ? text(x, y) : noise[y * 400 + x]!), true],
    ["detail everywhere", (x, y) => noise[y * 400 + x]!, false],
    ["a smooth sky", (x, y) => 120 + 60 * Math.sin(x / 90) + y / 8, false],
    ["one colour, with nothing sharp in it", () => 200, false],
    ["flat shapes with few edges", (x, y) => (x < 200 ? (y < 150 ? 40 : 120) : 220), false],
  ])("%s", (_name, grey, is) => {
    expect(looksLikeScreen(picture(grey))).toBe(is);
  });

  it("says no of a picture without neighbours", () => {
    expect(looksLikeScreen(picture(() => 0, 1, 1))).toBe(false);
    expect(looksLikeScreen(picture(text, 1, 50))).toBe(false);
  });
});
