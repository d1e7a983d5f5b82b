/** Makes a bitmap of a frame whose colours have to be converted, which drawing does. */
import { withTimeout, type TimeLimit } from "../../shared/with-timeout.js";

/**
 * The frame as a bitmap, rotated as drawing would rotate it; closes the frame. Rejects if it cannot be made. Without it Chromium
 * converts the whole frame for each strip that is drawn: a photo in Display P3, as phones take them, then takes three times as
 * long, a WebP six times.
 */
export async function frameBitmap(frame: VideoFrame, timeLimit: TimeLimit): Promise<ImageBitmap> {
  try {
    const bitmap = await withTimeout(createImageBitmap(frame), timeLimit, (late) => late.close());
    if (bitmap.width === frame.displayWidth && bitmap.height === frame.displayHeight) return bitmap;
    bitmap.close();
    throw new Error("The bitmap of a frame is not turned as the frame is drawn.");
  } finally {
    frame.close();
  }
}
