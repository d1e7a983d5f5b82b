/** Our decoder from file to pixels, in one call. */
import type { Size } from "../../../../src/shared/types.js";
import { loadDecoder } from "../../../../src/jpeg-codec/jpeg-codec.js";
import { codedData } from "../../../fixtures/bytes/coded-data.js";

export interface Pixels extends Size {
  pixels: Uint8ClampedArray;
}

/** `undefined`: of a kind that is left to others. Throws where coded data is damaged. `stripRows`: asked for at a time. */
export async function decode(
  file: Uint8Array,
  eighths = 8,
  stripRows = Number.POSITIVE_INFINITY,
): Promise<Pixels | undefined> {
  const jpeg = await (await loadDecoder()).open(codedData(file));
  const decoded = jpeg?.decode(eighths);
  if (!decoded) return undefined;
  const { width, height } = decoded;
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y += stripRows) {
    const rows = Math.min(stripRows, height - y);
    await decoded.next(rows, pixels.subarray(y * width * 4, (y + rows) * width * 4));
  }
  return { width, height, pixels };
}

/** How far two pictures of a size are apart, in levels. */
export function apart(one: ArrayLike<number>, other: ArrayLike<number>): { most: number; mean: number } {
  let most = 0;
  let sum = 0;
  for (let at = 0; at < one.length; at++) {
    const levels = Math.abs(one[at]! - other[at]!);
    most = Math.max(most, levels);
    sum += levels;
  }
  return { most, mean: sum / one.length };
}
