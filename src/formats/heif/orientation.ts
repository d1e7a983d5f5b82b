/** HEIF rotates pictures by its own properties (`irot`, `imir`). We keep one number, EXIF's. */
import type { Orientation } from "../../shared/types.js";

/** The new orientation, by the old one, after rotating the upright picture by 90 degrees anti-clockwise. */
const ANTICLOCKWISE: Readonly<Record<Orientation, Orientation>> = { 1: 8, 8: 3, 3: 6, 6: 1, 2: 5, 5: 4, 4: 7, 7: 2 };
/** The new orientation, by the old one, after exchanging left and right. */
const LEFT_RIGHT: Readonly<Record<Orientation, Orientation>> = { 1: 2, 2: 1, 3: 4, 4: 3, 5: 6, 6: 5, 7: 8, 8: 7 };

/** `quarters`: steps of 90 degrees anti-clockwise, as `irot` counts them. */
export function rotate(orientation: Orientation, quarters: number): Orientation {
  let rotated = orientation;
  for (let count = quarters & 3; count > 0; count--) rotated = ANTICLOCKWISE[rotated];
  return rotated;
}

/** `axis` as `imir` has it since ISO/IEC 23008-12:2022: 0 exchanges top and bottom, 1 left and right. */
export const mirror = (orientation: Orientation, axis: number): Orientation =>
  axis & 1 ? LEFT_RIGHT[orientation] : rotate(LEFT_RIGHT[orientation], 2);
