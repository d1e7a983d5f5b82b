/**
 * Finds implausible sizes: a few bytes may state a hundred megapixels, and a decoder allocates all of them first, up to a
 * gigabyte.
 */
import { quoteBytes, quoteSize } from "../shared/format-figures.js";
import type { Size } from "../shared/types.js";
import type { Problem } from "./problem.js";

/**
 * Up to here a stated size costs no more than any phone's photo does, and decoding decides: browsers agree about a picture that
 * stops early but has its end marker.
 */
const ORDINARY_PIXELS = 2 ** 24;

export const isCostly = (pixels: number): boolean => pixels > ORDINARY_PIXELS;

/** `needed`: the least bytes that a picture of this size takes, even in a plain colour; `bytes`: those in the file. */
export function sizeProblem(size: Size, bytes: number, needed: number): Problem | undefined {
  return isCostly(size.width * size.height) && bytes < needed
    ? { kind: "truncated", why: `${quoteBytes(bytes)} cannot hold ${quoteSize(size)} pixels` }
    : undefined;
}
