/** The engine's two passes as one call, and an independent resize in floating point to hold them against. */
import type { Size } from "../../../src/core/types.js";
import { makeKernel } from "../../../src/engine/resample/kernel.js";
import { resizeLines } from "../../../src/engine/resample/lanczos.js";

export type Pixels = Uint8ClampedArray<ArrayBuffer>;

export function resize(source: Pixels, from: Size, to: Size, alpha = false): Pixels {
  const turned = new Uint8ClampedArray(to.width * from.height * 4);
  const into = new Uint8ClampedArray(to.width * to.height * 4);
  const across = { kernel: makeKernel({ length: from.width, span: from.width }, to.width), sourceLength: from.width, lines: from.height };
  resizeLines({ ...across, source, into: turned, intoLength: from.height, firstLine: 0, alpha });
  const down = { kernel: makeKernel({ length: from.height, span: from.height }, to.height), sourceLength: from.height, lines: to.width };
  resizeLines({ ...down, source: turned, into, intoLength: to.width, firstLine: 0, alpha });
  return into;
}

/** Lanczos3 by its definition, both axes at once, in float64, unrounded until the end. */
export function resizeExactly(source: Pixels, from: Size, to: Size): number[] {
  const weightsOf = (length: number, count: number) =>
    Array.from({ length: count }, (_, target) => {
      const ratio = length / count;
      const middle = (target + 0.5) * ratio - 0.5;
      const lanczos = (x: number) => {
        if (x === 0) return 1;
        if (Math.abs(x) >= 3) return 0;
        return (3 * Math.sin(Math.PI * x) * Math.sin((Math.PI * x) / 3)) / (Math.PI * x) ** 2;
      };
      const weights = Array.from({ length }, (_, at) => lanczos((at - middle) / Math.max(ratio, 1)));
      const sum = weights.reduce((total, weight) => total + weight, 0);
      return weights.map((weight) => weight / sum);
    });
  const across = weightsOf(from.width, to.width);
  const down = weightsOf(from.height, to.height);
  const result: number[] = [];
  for (const column of down) {
    const blended = new Float64Array(from.width * 4);
    column.forEach((weight, y) => {
      if (weight !== 0) for (let at = 0; at < blended.length; at++) blended[at]! += weight * source[y * from.width * 4 + at]!;
    });
    for (const row of across) {
      for (let channel = 0; channel < 4; channel++) result.push(row.reduce((sum, weight, x) => sum + weight * blended[x * 4 + channel]!, 0));
    }
  }
  return result;
}
