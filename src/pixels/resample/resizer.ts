/** Resamples one picture: strips of source rows in, target pixels out. Both kernels give the same bytes. */
import type { Weights } from "./weights.js";

export interface ResizePlan {
  /** Source pixels in a row. */
  width: number;
  /** Source rows. */
  height: number;
  /** Most source rows in a strip; even. */
  stripRows: number;
  across: Weights;
  down: Weights;
  /** Blue comes before red in the source. */
  swap: boolean;
  /** The source has no transparency: whatever stands in its fourth bytes, the target's are 255. */
  opaque: boolean;
}

export interface Resizer {
  /** Where the next strip's RGBA or BGRA bytes belong, premultiplied where there is alpha: `stripRows` rows of `width` pixels. */
  strip: Uint8ClampedArray<ArrayBuffer>;
  /** What the alpha of the strip's first `rows` rows says. */
  coverOf: (rows: number) => Cover;
  /** Takes the strip's first `rows` rows, which follow those taken before, and makes what they complete. Even but for the last. */
  take: (rows: number) => void;
  /** RGBA, row by row. Valid until the kernel begins another picture. */
  pixels: Uint8ClampedArray<ArrayBuffer>;
}

/** `blank`: every pixel is fully transparent. */
export type Cover = "opaque" | "partial" | "blank";

/** AND and OR of all alpha bytes. */
export function coverFrom(and: number, or: number): Cover {
  if (or === 0) return "blank";
  return and === 255 ? "opaque" : "partial";
}

/** Intermediate lines keep 6 fraction bits of a weight's 14, which is enough that rounding does not show. */
export const DOWN_SHIFT = 8;

/** What each colour's sum in the first pass starts with: half of its last bit, to round. */
export const DOWN_START = 1 << (DOWN_SHIFT - 1);

/** Begins a picture. One at a time: a kernel may keep its memory from picture to picture. */
export type Kernel = (plan: ResizePlan) => Resizer;
