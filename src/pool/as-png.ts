/** Writes pixels that an app's decoder made as a file for the app's own compressor. */
import type { Pixels } from "../pixels/encode-job.js";
import { ImageError, messageOf, throwIfAborted } from "../shared/errors.js";
import { isImageData } from "../shared/platform-types.js";
import { type TimeLimit, withTimeout } from "../shared/with-timeout.js";

/** Rejects with `ImageError`, or with the signal's reason. The pixels are transferred and cannot be used afterwards. */
export async function asPng(pixels: Pixels, timeLimit: TimeLimit): Promise<Blob> {
  try {
    return await drawn(pixels, timeLimit);
  } catch (cause) {
    throwIfAborted(timeLimit.signal);
    throw new ImageError("image-unencodable", `The picture could not be written: ${messageOf(cause)}`, { cause });
  }
}

async function drawn(pixels: Pixels, timeLimit: TimeLimit): Promise<Blob> {
  const canvas = new OffscreenCanvas(pixels.width, pixels.height);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("The browser gave no canvas.");
  if (isImageData(pixels)) context.putImageData(pixels, 0, 0);
  else {
    context.drawImage(pixels, 0, 0);
    pixels.close();
  }
  return withTimeout(canvas.convertToBlob({ type: "image/png" }), timeLimit);
}
