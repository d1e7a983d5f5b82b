/** HEIF turns pictures by properties of its own (`irot`, `imir`); ours is one number, EXIF's. */
import type { Orientation } from "../../shared/types.js";

/** What each orientation becomes when the upright picture is turned 90 degrees anti-clockwise. */
const ANTICLOCKWISE: Readonly<Record<Orientation, Orientation>> = { 1: 8, 8: 3, 3: 6, 6: 1, 2: 5, 5: 4, 4: 7, 7: 2 };
/** What each becomes when left and right are exchanged. */
const LEFT_RIGHT: Readonly<Record<Orientation, Orientation>> = { 1: 2, 2: 1, 3: 4, 4: 3, 5: 6, 6: 5, 7: 8, 8: 7 };

/** `quarters`: of a turn, anti-clockwise, as `irot` counts them. */
export function turn(orientation: Orientation, quarters: number): Orientation {
  let turned = orientation;
  for (let count = quarters & 3; count > 0; count--) turned = ANTICLOCKWISE[turned];
  return turned;
}

/** `axis` as `imir` has it since ISO/IEC 23008-12:2022: 0 exchanges top and bottom, 1 left and right. */
export const mirror = (orientation: Orientation, axis: number): Orientation =>
  axis & 1 ? LEFT_RIGHT[orientation] : turn(LEFT_RIGHT[orientation], 2);
