/** Finds sizes that a provider does not downsize again: a picture resampled twice loses small text needlessly. */
import { DEFAULT_BOX } from "../defaults.js";
import { checkOption } from "../errors.js";
import type { Size } from "../types.js";
import type { TokenModel } from "./types.js";

/** The size the provider will downsize the image to; `undefined` when it takes the image as it is. */
export function willBeResampled<D extends string>(size: Size, model: TokenModel<D>, detail?: D): Size | undefined {
  const { width, height } = model.resized(size, detail);
  return width === size.width && height === size.height ? undefined : { width, height };
}

/**
 * The largest box in `within` such that the provider leaves every picture that fits it as it is: first as large as a picture of
 * the shape of `within` can be, then as wide and as high as possible. 1280x952 for `claudeStandard` and the default box. For the
 * most a model takes at all, pass a `within` larger than any: `{ width: 64_000, height: 48_000 }`. Throws `TypeError` for an
 * infinite `within`.
 */
export function untouchedBox<D extends string>(model: TokenModel<D>, within: Size = DEFAULT_BOX, detail?: D): Size {
  const isBox = [within.width, within.height].every((side) => Number.isFinite(side) && side >= 1);
  checkOption(isBox, "within", within, "finite sides, at least 1 each");
  const taken = (size: Size) => willBeResampled(size, model, detail) === undefined && !model.refuses(size, detail);
  const longest = Math.max(within.width, within.height);
  const shaped = (long: number): Size => ({
    width: Math.max(1, Math.floor((within.width * long) / longest)),
    height: Math.max(1, Math.floor((within.height * long) / longest)),
  });
  // If a rule leaves a picture as it is, it also leaves all smaller ones, so halving the range finds the edge.
  const { width, height } = shaped(lastTrue(1, longest, (long) => taken(shaped(long))));
  const wider = lastTrue(width, within.width, (side) => taken({ width: side, height }));
  return { width: wider, height: lastTrue(height, within.height, (side) => taken({ width: wider, height: side })) };
}

/** The last whole number up to `last` for which `holds` is true; it is true for `first`. */
function lastTrue(first: number, last: number, holds: (value: number) => boolean): number {
  if (holds(last)) return last;
  let [low, high] = [first, last];
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
