import type { Size } from "../../shared/types.js";
import { writePng } from "./write-png.js";

const SIDE = 8;

/** A white square whose header promises twice as many rows as there are. */
export function incompletePng(): { bytes: Uint8Array<ArrayBuffer>; size: Size } {
  const rgba = new Uint8Array(SIDE * (SIDE / 2) * 4).fill(255);
  return { bytes: writePng(rgba, SIDE, SIDE / 2, { statedHeight: SIDE }), size: { width: SIDE, height: SIDE } };
}
