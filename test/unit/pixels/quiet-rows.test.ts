import { expect, test } from "vitest";
import { cutRows, rowNoise } from "../../../src/pixels/pieces/quiet-rows.js";

/** Text of lines `lineRows` high with gaps of `gapRows` below each. */
function lines(height: number, lineRows: number, gapRows: number): Float32Array {
  return Float32Array.from({ length: height }, (_, y) => (y % (lineRows + gapRows) < lineRows ? 30 : 0));
}
const heights = (pieces: readonly { from: number; to: number }[]) => pieces.map(({ from, to }) => to - from);

test.each([
  ["lines of text", lines(2690, 14, 6)],
  ["paragraphs", lines(2690, 120, 30)],
  ["one colour", new Float32Array(2690)],
  ["noise without a gap", Float32Array.from({ length: 2690 }, (_, y) => 20 + ((y * 7919) % 13))],
])("cut: %s are in pieces that fit, overlap a little and miss no row", (_name, noise) => {
  const plan = { count: 3, maxRows: 960, overlapRows: 24 };
  const pieces = cutRows(noise, plan);
  expect(pieces).toHaveLength(3);
  expect(pieces[0]!.from).toBe(0);
  expect(pieces.at(-1)!.to).toBe(noise.length);
  expect(Math.max(...heights(pieces))).toBeLessThanOrEqual(plan.maxRows);
  for (const [at, { from }] of pieces.entries()) {
    if (at === 0) continue;
    const repeated = pieces[at - 1]!.to - from;
    expect(repeated).toBeGreaterThanOrEqual(1);
    expect(repeated).toBeLessThanOrEqual(plan.overlapRows);
  }
});

test.each([
  ["lines", lines(2690, 14, 6)],
  ["paragraphs", lines(2690, 70, 20)],
])("cut: between %s, in the middle of the gap", (_name, noise) => {
  for (const { to } of cutRows(noise, { count: 3, maxRows: 960, overlapRows: 24 }).slice(0, -1)) {
    expect([noise[to - 1], noise[to]]).toEqual([0, 0]);
  }
});

test("cut: the longest gap is taken, not the nearest", () => {
  const noise = new Float32Array(1000).fill(9);
  noise.fill(0, 500, 504);
  noise.fill(0, 530, 550);
  expect(cutRows(noise, { count: 2, maxRows: 600, overlapRows: 10 })[0]!.to).toBe(540);
});

test.each([
  { height: 3, count: 2, maxRows: 2 },
  { height: 10, count: 4, maxRows: 4 },
  { height: 4000, count: 2, maxRows: 960 },
])("cut: $height rows into $count pieces of $maxRows end well, whatever fits", ({ height, count, maxRows }) => {
  const pieces = cutRows(new Float32Array(height), { count, maxRows, overlapRows: 1 });
  expect(pieces.at(-1)!.to).toBe(height);
  for (const rows of heights(pieces)) expect(rows).toBeGreaterThan(0);
});

/** RGBA. */
const row = (...pixels: [number, number, number, number][]) => pixels.flat();

test.each([
  ["one colour", row([9, 9, 9, 255], [9, 9, 9, 255]), 0],
  ["black beside white", row([0, 0, 0, 255], [255, 255, 255, 255]), 127.5],
  ["black letters on nothing", row([0, 0, 0, 255], [0, 0, 0, 0]), 127.5],
])("noise: %s", (_name, pixels, noise) => {
  expect([...rowNoise({ pixels: new Uint8ClampedArray(pixels), width: 2, height: 1 })]).toEqual([noise]);
});
