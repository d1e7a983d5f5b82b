import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { projectOntoBoxes } from "../../../src/engine/resample/boxes.js";
import { weightsFor } from "../../../src/engine/resample/weights.js";

/** Errors as they are seen in a picture whose neighbours are alike: the square of what the difference does to it, on average. */
function visibleError(pixels: ArrayLike<number>, weights: ArrayLike<number>, box: number): number {
  const apart = Array.from(pixels, (value, at) => value - weights[Math.floor(at / box)]! / box);
  return apart.reduce((sum, one, i) => sum + apart.reduce((inner, other, j) => inner + one * other * 0.9 ** Math.abs(i - j), 0), 0);
}

const boxes = fc.constantFrom(2, 4).chain((box) =>
  fc.record({
    box: fc.constant(box),
    pixels: fc.integer({ min: 2, max: 12 }).chain((count) => fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: count * box, maxLength: count * box })),
  }),
);

describe("weights for averaged pixels", () => {
  test("add up to one", () => {
    fc.assert(
      fc.property(boxes, ({ box, pixels }) => {
        const weights = projectOntoBoxes(Float64Array.from(pixels), box);
        expect(weights.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
      }),
    );
  });

  test("are the plain ones where each box weighs the same all over", () => {
    const weights = projectOntoBoxes(Float64Array.of(0.1, 0.1, 0.4, 0.4), 2);
    expect(Array.from(weights, (value) => Number(value.toFixed(10)))).toEqual([0.2, 0.8]);
  });

  test("cannot be changed a little without the error growing", () => {
    fc.assert(
      fc.property(boxes, fc.nat(11), fc.nat(11), ({ box, pixels }, first, second) => {
        const total = pixels.reduce((sum, value) => sum + value, 0);
        const normed = pixels.map((value) => value / total);
        const weights = projectOntoBoxes(Float64Array.from(normed), box);
        const [from, to] = [first % weights.length, second % weights.length];
        const changed = weights.map((value, at) => value + (at === from ? 0.02 : 0) - (at === to ? 0.02 : 0));
        // Rescaling to a sum of one moves the optimum by a hair.
        expect(visibleError(normed, weights, box)).toBeLessThanOrEqual(visibleError(normed, changed, box) + 1e-4);
      }),
    );
  });

  test("do to halved pixels what Lanczos does to whole ones, more closely than Lanczos on the halves", () => {
    const wave = Float64Array.from({ length: 400 }, (_, at) => 100 + 40 * Math.sin(at / 3.1) + 30 * Math.cos(at / 7.3));
    const halves = Float64Array.from({ length: 200 }, (_, at) => (wave[at * 2]! + wave[at * 2 + 1]!) / 2);
    const apply = (values: Float64Array, box: number) => {
      const { taps, starts, values: weights } = weightsFor({ length: values.length, span: values.length, box }, 127);
      return Array.from(starts, (start, x) => {
        let sum = 0;
        for (let tap = 0; tap < taps; tap++) sum += (weights[x * taps + tap]! / 2 ** 14) * (values[start + tap] ?? 0);
        return sum;
      });
    };
    const exact = apply(wave, 1);
    const error = (values: number[]) => Math.hypot(...values.map((value, at) => value - exact[at]!));
    expect(error(apply(halves, 2))).toBeLessThan(error(apply(halves, 1)) / 3);
  });
});
