/** A kernel's run over a picture in memory as one call, and an independent resize in floating point to hold it against. */
import type { Size } from "../../../src/shared/types.js";
import { resample } from "../../../src/pixels/resample/resample.js";
import type { Kernel } from "../../../src/pixels/resample/resizer.js";
import type { PixelRows } from "../../../src/pixels/resample/pixel-rows.js";

export type Pixels = Uint8ClampedArray<ArrayBuffer>;

/** RGBA bytes as read from a decoded picture. */
function rowsOf(source: Pixels, { width, height }: Size, more: Partial<PixelRows> = {}): PixelRows {
  return {
    across: { length: width, span: width },
    down: { length: height, span: height },
    swap: false,
    alpha: "premultiplied",
    read: (first, count, into) => into.set(source.subarray(first * width * 4, (first + count) * width * 4)),
    ...more,
  };
}

export async function resize(
  kernel: Kernel,
  source: Pixels,
  from: Size,
  to: Size,
  more: Partial<PixelRows> = {},
): Promise<Pixels> {
  const { pixels } = await resample(rowsOf(source, from, more), to, kernel);
  return pixels.slice();
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
      if (weight !== 0)
        for (let at = 0; at < blended.length; at++) blended[at]! += weight * source[y * from.width * 4 + at]!;
    });
    for (const row of across) {
      for (let channel = 0; channel < 4; channel++)
        result.push(row.reduce((sum, weight, x) => sum + weight * blended[x * 4 + channel]!, 0));
    }
  }
  return result;
}
