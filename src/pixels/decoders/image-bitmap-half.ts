/**
 * WebKit has no `ImageDecoder`, but makes a bitmap of half the size in two thirds of the time, and a quarter of the memory, of a
 * full-size one. At exactly half, its filter averages four pixels and rounds up, which is taken off when the picture is resampled:
 * it costs 0.2 dB.
 */
import type { EncodeJob } from "../encode-job.js";
import { canvasRows, wholeAxes } from "../resample/canvas-rows.js";
import { planHalvings } from "../resample/halvings.js";
import { closeBoth, type Strategy } from "./decoded.js";
import { makeBitmap } from "./make-bitmap.js";

export const imageBitmapHalf: Strategy = {
  name: "image-bitmap-half",
  suits: (job, { imageDecoder, halvingExcess }) =>
    imageDecoder === "none" && halvingExcess !== undefined && job.isSizeCertain === true && canHalve(job),
  async decode({ file, mediaType, source, target }, { capabilities, timeLimit }) {
    const half = { width: source.width / 2, height: source.height / 2 };
    // Only one side is requested, so that the other shows whether the picture has the shape that its header says.
    const bitmap = await makeBitmap(file, mediaType, timeLimit, { resizeWidth: half.width, resizeQuality: "low" });
    if (bitmap.width !== half.width || bitmap.height !== half.height) {
      bitmap.close();
      throw new Error(`Asked for ${half.width}x${half.height}, got ${bitmap.width}x${bitmap.height}.`);
    }
    const rows = { ...canvasRows(bitmap, wholeAxes(half), target), excess: capabilities.halvingExcess };
    return { rows, size: source, rotation: "ask-sides", close: closeBoth(bitmap, rows) };
  },
};

/** Only even sides have an exact half. */
function canHalve({ source, target }: EncodeJob): boolean {
  const { x, y } = planHalvings(source, target);
  return x > 0 && y > 0 && source.width % 2 === 0 && source.height % 2 === 0;
}
