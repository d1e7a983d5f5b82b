/** How often a picture is halved, which is cheap, before Lanczos does the rest. Pure, on numbers alone. */
import type { Size } from "../../shared/types.js";
import type { Axis } from "./weights.js";

/** How many times each side is halved. */
export interface Halvings {
  x: number;
  y: number;
}

/**
 * The least samples per target pixel that halving leaves: a 12 megapixel photo of 4032 pixels is halved for 1280, one of 3840 is
 * not. Against Lanczos alone the finished JPEG loses 0.02 to 0.1 dB on seven photos at 1.58 and more, 0.33 dB on a smooth picture
 * at 1.5; a zone plate shows one and a half times the moire at 1.58.
 */
const LEAST_OVERSAMPLING = 1.55;

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
 * A side after halving. A pixel left over at the end has no partner and is dropped, but the picture keeps its true length in
 * `span`, so that nothing is shifted or stretched.
 */
export function halvedAxis({ length, span }: Axis, times: number): Axis {
  return { length: Math.floor(length / 2 ** times), span: span / 2 ** times };
}
