/** Resamples one picture: takes strips of source rows, makes target pixels. Both kernels give the same bytes. */
import { WEIGHT_BITS, type Weights } from "./weights.js";

export interface ResizePlan {
  /** Source pixels in a row. */
  width: number;
  /** Source rows. */
  height: number;
  /** The most source rows in a strip; even. */
  stripRows: number;
  across: Weights;
  down: Weights;
  /** Blue comes before red in the source. */
  swap: boolean;
  /** Levels by which the source is brighter than the picture, on average. */
  excess: number;
  /** The source has no transparency: whatever its fourth bytes are, the target's are 255. */
  opaque: boolean;
}

export interface Resizer {
  /** The place for the next strip's RGBA or BGRA bytes, premultiplied if there is alpha: `stripRows` rows of `width` pixels. */
  strip: Uint8ClampedArray<ArrayBuffer>;
  /** What is known about alpha in the strip's first `rows` rows. */
  coverOf: (rows: number) => Cover;
  /**
   * Takes the strip's first `rows` rows, which follow those taken before, and makes the target rows that they complete. `rows` is
   * even except for the last strip.
   */
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

/** The start value of each colour's sum in the first pass: half of its last bit, for rounding, less the excess. */
export const downStart = ({ excess }: ResizePlan): number =>
  (1 << (DOWN_SHIFT - 1)) - Math.round(excess * (1 << WEIGHT_BITS));

/** Begins a picture. One at a time: a kernel may keep its memory from picture to picture. */
export type Kernel = (plan: ResizePlan) => Resizer;
