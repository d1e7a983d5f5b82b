/** Pixels that an app's decoder made: there is nothing left to decode. */
import type { EncodeJob, Pixels } from "../encode-job.js";
import { canvasRows, wholeAxes } from "../resample/canvas-rows.js";
import type { Strategy } from "./decoded.js";

/** Read directly, without a canvas. */
export const givenImageData: Strategy = {
  name: "given-pixels",
  isForGivenPixels: true,
  needsNoProbes: true,
  isStrict: true,
  suits: ({ pixels }) => pixels !== undefined && "data" in pixels,
  async decode(job) {
    const { width, height, data, colorSpace } = pixelsOf(job, "data");
    if (data.BYTES_PER_ELEMENT !== 1 || data.length !== width * height * 4)
      throw new Error("The decoder's pixels are not four bytes each.");
    const bytesPerRow = width * 4;
    const rows = {
      ...wholeAxes({ width, height }),
      swap: false,
      alpha: "straight",
      read: (first: number, count: number, into: Uint8ClampedArray) =>
        into.set(data.subarray(first * bytesPerRow, (first + count) * bytesPerRow)),
    } as const;
    return { rows, size: { width, height }, rotation: "upright", colourSpace: colorSpace, close: () => {} };
  },
};

export const givenBitmap: Strategy = {
  name: "given-bitmap",
  isForGivenPixels: true,
  isStrict: true,
  suits: ({ pixels }) => pixels !== undefined && !("data" in pixels),
  async decode(job) {
    const bitmap = pixelsOf(job, "close");
    const size = { width: bitmap.width, height: bitmap.height };
    const rows = canvasRows(bitmap, wholeAxes(size), job.target);
    return { rows, size, rotation: "upright", close: rows.release };
  },
};

type WithKey<Key extends PropertyKey> = Extract<Pixels, Record<Key, unknown>>;

function pixelsOf<Key extends "data" | "close">({ pixels }: EncodeJob, key: Key): WithKey<Key> {
  if (!pixels || !(key in pixels)) throw new Error("There are no such pixels.");
  return pixels as WithKey<Key>;
}
