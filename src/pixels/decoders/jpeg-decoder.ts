/**
 * Our own decoder, for what nearly all cameras write. It makes only the pixels that are wanted, a strip at a time: a quarter of the
 * time that Firefox and WebKit take, neither file nor picture in memory, off the page's thread, and the same pixels in every browser. It is
 * strict: what it does not know, or finds damaged, is left to the browser.
 */
import { capabilities } from "../probes/capabilities.js";
import { readPicture } from "../../jpeg-codec/decoder/coded-picture.js";
import { decodeRows } from "../../jpeg-codec/decoder/decode-rows.js";
import { loadDecoder } from "../../jpeg-codec/decoder/load-decoder.js";
import { openWindow } from "../../jpeg-codec/file-window.js";
import type { PixelRows } from "../resample/rows.js";
import type { Strategy } from "./decoded.js";
import { eighthsFor, scaledAxes, storedSizes } from "./eighths.js";

export const jpegDecoder: Strategy = {
  name: "jpeg-decoder",
  isUntried: true,
  isStrict: true,
  isStreaming: true,
  suits: ({ mediaType }) => mediaType === "image/jpeg",
  async decode(job, { patience }) {
    const decoder = await loadDecoder();
    const file = openWindow(job.file, patience);
    try {
      const [stored, target] = storedSizes(job);
      const eighths = eighthsFor(stored, target, file.bytes);
      const picture = await readPicture(file);
      const isOurs = picture && (picture.colourSpace === "srgb" || (await capabilities()).putsDisplayP3);
      const decoded = isOurs && decodeRows(decoder, file, picture, eighths);
      if (!decoded) throw new Error("A JPEG of a kind that is left to the browser.");
      const { colourSpace, frame: { width, height } } = picture;
      const rows: PixelRows = {
        ...scaledAxes(decoded, picture.frame, eighths),
        swap: false,
        brighter: 0,
        alpha: "none",
        read: (_first, count, into) => decoded.next(count, into),
      };
      return { rows, size: { width, height }, turned: "as-stored", colourSpace, close: file.close };
    } catch (cause) {
      file.close();
      throw cause;
    }
  },
};
