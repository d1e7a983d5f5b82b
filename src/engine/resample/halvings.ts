/** How far a picture is halved before the fine pass: numbers only. */
import type { Size } from "../../core/types.js";
import type { Axis } from "./kernel.js";

/** How many times each side is halved. */
export interface Halvings {
  x: number;
  y: number;
}

/**
 * Halving is a box filter, cheap but coarse; how much of it shows depends on what is left for Lanczos. Measured on a 12
 * megapixel photo against Lanczos alone: 57 dB when 1.9x the target is left, 51 to 52 dB at 1.5x, 49 dB at 1.0x.
 */
const LEAST_OVERSAMPLING = 1.9;

/** Each side by itself, so that a picture one pixel high is still halved in its length. */
export function planHalvings(from: Size, to: Size): Halvings {
  return { x: halvingsOf(from.width, to.width), y: halvingsOf(from.height, to.height) };
}

function halvingsOf(from: number, to: number): number {
  let times = 0;
  while (from / 2 ** (times + 1) >= to * LEAST_OVERSAMPLING) times++;
  return times;
}

/**
 * What a side is after halving. A pixel left over at the end has no partner and is dropped, but the picture keeps its
 * true length in `span`, so that nothing moves or stretches.
 */
export function halvedAxis(length: number, times: number): Axis {
  return { length: Math.floor(length / 2 ** times), span: length / 2 ** times };
}
