/**
 * Our own decoder, for the JPEGs that nearly all cameras write. It makes only the pixels that are needed, a strip at a time. It
 * takes a quarter of the time of Firefox and WebKit, holds neither file nor picture in memory, runs off the main thread, and
 * gives the same pixels in every browser. It is strict: files that it does not know, or finds damaged, are left to the browser.
 */
import { isDisplayP3Profile, isSrgbProfile } from "../../formats/icc/known-profile.js";
import { loadDecoder, openWindow } from "../../jpeg-codec/jpeg-codec.js";
import { capabilities } from "../probes/capabilities.js";
import type { PixelRows } from "../resample/pixel-rows.js";
import type { Strategy } from "./decoded.js";
import { eighthsFor, scaledAxes, storedSizes } from "./eighths.js";

export const jpegDecoder: Strategy = {
  name: "jpeg-decoder",
  needsNoProbes: true,
  isStrict: true,
  isStreaming: true,
  suits: ({ mediaType }) => mediaType === "image/jpeg",
  async decode(job, { timeLimit }) {
    const decoder = await loadDecoder();
    const file = openWindow(job.file, timeLimit);
    try {
      const [stored, target] = storedSizes(job);
      const eighths = eighthsFor(stored, target, file.bytes);
      const jpeg = await decoder.open(file);
      const colourSpace = jpeg && colourSpaceOf(jpeg.iccProfile);
      const isOurs = colourSpace === "srgb" || (colourSpace && (await capabilities()).putsDisplayP3);
      const decoded = isOurs && jpeg?.decode(eighths);
      if (!jpeg || !decoded) throw new Error("A JPEG of a kind that is left to the browser.");
      const { width, height } = jpeg;
      const rows: PixelRows = {
        ...scaledAxes(decoded, jpeg, eighths),
        swap: false,
        alpha: "none",
        read: (_first, count, into) => decoded.next(count, into),
      };
      return { rows, size: { width, height }, rotation: "as-stored", colourSpace, close: file.close };
    } catch (cause) {
      file.close();
      throw cause;
    }
  },
};

/** `undefined`: a profile that only the browser can convert. */
function colourSpaceOf(iccProfile: Uint8Array | undefined): PredefinedColorSpace | undefined {
  if (!iccProfile || isSrgbProfile(iccProfile)) return "srgb";
  return isDisplayP3Profile(iccProfile) ? "display-p3" : undefined;
}
