/** `ImageDecoder` at full size: off the main thread even in Firefox, and rows come directly from its frame. */
import { canvasRows, wholeAxes } from "../resample/canvas-rows.js";
import { frameRows, isCheapToCopy, isPlainSrgb } from "../resample/frame-rows.js";
import { closeBoth, type Strategy } from "./decoded.js";
import { decodeFrame } from "./decode-frame.js";
import { frameBitmap } from "./frame-bitmap.js";

export const imageDecoder: Strategy = {
  name: "image-decoder",
  byImageDecoder: true,
  suits: (_, capabilities) => capabilities.imageDecoder !== "none",
  async decode({ file, mediaType, source, target }, { capabilities, timeLimit, frameIndex }) {
    const frame = await decodeFrame(file, { type: mediaType, frameIndex }, timeLimit);
    const coded = { width: frame.codedWidth, height: frame.codedHeight };
    const asStored = mediaType === "image/jpeg" && capabilities.frames === "as-stored";
    if (
      isPlainSrgb(frame, capabilities) &&
      isCheapToCopy(coded, capabilities) &&
      (asStored || (source.orientation === 1 && isUnrotated(frame)))
    ) {
      const rows = frameRows(frame, { ...wholeAxes(coded), ...capabilities });
      return { rows, size: coded, rotation: asStored ? "as-stored" : "upright", close: () => frame.close() };
    }
    // Chromium draws luma and chroma of another colour space up to 3 levels off, but converts a bitmap of the same file
    // correctly.
    if (!isPlainSrgb(frame, capabilities) && frame.format?.startsWith("I")) {
      frame.close();
      throw new Error("The frame is in luma and chroma of another colour space than sRGB.");
    }
    // Drawing converts the colours, and rotates the picture if the frame states its orientation. In Chromium a bitmap of a frame
    // in luma and chroma (AVIF) is not rotated.
    const size = { width: frame.displayWidth, height: frame.displayHeight };
    const drawn = isUnrotated(frame) ? await frameBitmap(frame, timeLimit) : frame;
    const rows = canvasRows(drawn, wholeAxes(size), target);
    return { rows, size, rotation: "ask-sides", close: closeBoth(drawn, rows) };
  },
};

/** Frames without these fields come from browsers that return upright pixels, or never rotate. */
function isUnrotated(frame: VideoFrame & { rotation?: number; flip?: boolean }): boolean {
  return !frame.rotation && !frame.flip;
}
