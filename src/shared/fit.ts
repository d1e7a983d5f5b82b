/** Fits one size into another, in whole pixels. Pure. */
import type { Box, Size } from "./types.js";

export function fits(size: Size, box: Size): boolean {
  return size.width <= box.width && size.height <= box.height;
}

/** With `turn`, the box is swapped to match a portrait or a landscape; a square leaves it as it is. */
export function boxFor(size: Size, box: Box): Size {
  const differs = box.width > box.height !== size.width > size.height;
  const turned = box.turn === true && differs && size.width !== size.height && box.width !== box.height;
  return turned ? { width: box.height, height: box.width } : { width: box.width, height: box.height };
}

/**
 * The largest size of the same shape inside `box`, never enlarged, at least 1x1: to the pixel what Pillow's `Image.thumbnail`
 * gives. It does not round, but takes whichever of the two neighbouring sizes keeps the shape better.
 */
export function fitWithin(size: Size, box: Size): Size {
  if (fits(size, box)) return { width: size.width, height: size.height };
  const aspect = size.width / size.height;
  if (box.width / box.height >= aspect) {
    return { width: closest(box.height * aspect, (n) => Math.abs(aspect - n / box.height)), height: box.height };
  }
  const distance = (n: number) => (n === 0 ? 0 : Math.abs(aspect - box.width / n));
  return { width: box.width, height: closest(box.width / aspect, distance) };
}

/** Pillow's `round_aspect`: the lower neighbour wins a tie. */
function closest(value: number, distance: (n: number) => number): number {
  const [low, high] = [Math.floor(value), Math.ceil(value)];
  return Math.max(distance(high) < distance(low) ? high : low, 1);
}
