/**
 * Chromium decodes a JPEG at n eighths of its size when asked for a smaller one: most of the pixels are never made. The rest
 * is done by Lanczos, on rows as they were stored.
 */
import type { EncodeJob } from "../../core/engine-contract.js";
import type { Size } from "../../core/types.js";
import { swapped } from "../orientation.js";
import { type Axes, canvasRows } from "../resample/canvas-rows.js";
import { frameRows, isPlainSrgb } from "../resample/frame-rows.js";
import { closeBoth, type Strategy } from "./decoded.js";
import { decodeFrame } from "./decode-frame.js";
import { frameBitmap } from "./frame-bitmap.js";

/**
 * Samples decoded for each target pixel, at least. Against Lanczos on the whole picture: 62 to 66 dB at 1.9, 60 to 64 dB at 1.5,
 * where fine patterns also show half as much moire again as Pillow's. At 1.9 there is no more than Pillow's.
 */
const LEAST_OVERSAMPLING = { busy: 1.9, plain: 1.5 };

/**
 * Fine detail costs a JPEG bytes: a file with few of them for its pixels cannot hold much. Photos of 9 to 42 megapixels have 0.1 to
 * 0.4 bytes a pixel, a zone plate 0.5 and more; 0.02 to 0.06 dB were lost below 0.3 at 1.5, and 0.2 at 0.34.
 */
const BUSY_BYTES_PER_PIXEL = 0.3;

/** The smallest number of eighths that leaves enough of a file of `bytes`; 8 where only the whole picture does. */
export function eighthsFor(stored: Size, target: Size, bytes: number): number {
  const isBusy = bytes / (stored.width * stored.height) > BUSY_BYTES_PER_PIXEL;
  const oversampling = isBusy ? LEAST_OVERSAMPLING.busy : LEAST_OVERSAMPLING.plain;
  const least = oversampling * Math.max(target.width / stored.width, target.height / stored.height);
  return Math.min(8, Math.max(1, Math.ceil(least * 8)));
}

export const imageDecoderScaled: Strategy = {
  name: "image-decoder-scaled",
  byImageDecoder: true,
  suits: (job, { imageDecoder }) => imageDecoder === "eighths" && job.mediaType === "image/jpeg" && eighthsFor(...storedSizes(job), job.file.size) < 8,
  async decode(job, { capabilities, patience }) {
    const [stored, target] = storedSizes(job);
    const eighths = eighthsFor(stored, target, job.file.size);
    const wanted = { width: Math.ceil((stored.width * eighths) / 8), height: Math.ceil((stored.height * eighths) / 8) };
    const init = { type: job.mediaType, desiredWidth: wanted.width, desiredHeight: wanted.height };
    const frame = await decodeFrame(job.file, init, patience);
    const { codedWidth, codedHeight } = frame;
    if (codedWidth !== wanted.width || codedHeight !== wanted.height) {
      frame.close();
      throw new Error(`Asked for ${wanted.width}x${wanted.height}, got ${codedWidth}x${codedHeight}.`);
    }
    const axes = (around: Size, { width, height }: Size): Axes => ({
      across: { length: around.width, span: (width * eighths) / 8 },
      down: { length: around.height, span: (height * eighths) / 8 },
    });
    if (isPlainSrgb(frame, capabilities) && capabilities.frames === "as-stored") {
      const rows = frameRows(frame, { ...axes(wanted, stored), copied: "straight" });
      return { rows, size: stored, turned: "as-stored", close: () => frame.close() };
    }
    // This converts the colours, and turns the picture where the frame knows how it should be turned.
    const bitmap = await frameBitmap(frame, patience);
    const drawn = { width: bitmap.width, height: bitmap.height };
    const isTurned = drawn.width !== codedWidth;
    const rows = canvasRows(bitmap, axes(drawn, isTurned ? swapped(stored) : stored), isTurned ? swapped(target) : target, capabilities);
    return { rows, size: isTurned ? swapped(stored) : stored, turned: "ask-sides", close: closeBoth(bitmap, rows) };
  },
};

/** Source and target as they lie in the file. */
function storedSizes({ source, target }: EncodeJob): [stored: Size, target: Size] {
  return source.orientation >= 5 ? [swapped(source), swapped(target)] : [source, target];
}
