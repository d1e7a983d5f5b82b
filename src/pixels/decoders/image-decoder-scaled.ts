/**
 * Chromium decodes a JPEG at n eighths of its size when asked for a smaller one, so most of the pixels are never made. Lanczos
 * does the rest, on rows as stored.
 */
import { scaledSize } from "../../jpeg-codec/jpeg-codec.js";
import { swapped } from "../orientation.js";
import { canvasRows } from "../resample/canvas-rows.js";
import { frameRows, isPlainSrgb } from "../resample/frame-rows.js";
import { closeBoth, type Strategy } from "./decoded.js";
import { decodeFrame } from "./decode-frame.js";
import { eighthsFor, scaledAxes, storedSizes } from "./eighths.js";
import { frameBitmap } from "./frame-bitmap.js";

export const imageDecoderScaled: Strategy = {
  name: "image-decoder-scaled",
  byImageDecoder: true,
  suits: (job, { imageDecoder }) =>
    imageDecoder === "eighths" && job.mediaType === "image/jpeg" && eighthsFor(...storedSizes(job), job.file.size) < 8,
  async decode(job, { capabilities, timeLimit }) {
    const [stored, target] = storedSizes(job);
    const eighths = eighthsFor(stored, target, job.file.size);
    const wanted = scaledSize(stored, eighths);
    const init = { type: job.mediaType, desiredWidth: wanted.width, desiredHeight: wanted.height };
    const frame = await decodeFrame(job.file, init, timeLimit);
    const { codedWidth, codedHeight } = frame;
    if (codedWidth !== wanted.width || codedHeight !== wanted.height) {
      frame.close();
      throw new Error(`Asked for ${wanted.width}x${wanted.height}, got ${codedWidth}x${codedHeight}.`);
    }
    if (isPlainSrgb(frame, capabilities) && capabilities.frames === "as-stored") {
      const rows = frameRows(frame, {
        ...scaledAxes(wanted, stored, eighths),
        copiedAlpha: "straight",
        statesNoColourSpace: false,
      });
      return { rows, size: stored, rotation: "as-stored", close: () => frame.close() };
    }
    // Converts the colours, and rotates the picture if the frame states its orientation.
    const bitmap = await frameBitmap(frame, timeLimit);
    const drawn = { width: bitmap.width, height: bitmap.height };
    const isRotated = drawn.width !== codedWidth;
    const rows = canvasRows(
      bitmap,
      scaledAxes(drawn, isRotated ? swapped(stored) : stored, eighths),
      isRotated ? swapped(target) : target,
    );
    return { rows, size: isRotated ? swapped(stored) : stored, rotation: "ask-sides", close: closeBoth(bitmap, rows) };
  },
};
