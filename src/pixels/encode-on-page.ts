/** Encodes one picture on the main thread, in slices, so that the page stays responsive. */
import { nextTask } from "../shared/next-task.js";
import { canDrawOffscreen } from "./canvas.js";
import { ON_PAGE } from "./decoders/on-page.js";
import { encodePicture } from "./encode-picture.js";
import type { EncodePicture } from "./encode-job.js";
import { writeJpeg } from "./encoders/write-jpeg.js";
import { RARE_PIXEL_STEPS } from "./rare-pixel-steps.js";

const pause = () => new Promise<void>(nextTask);

/** Fails if there is neither a canvas nor a document, as in Node. */
export const encodeOnPage: EncodePicture = async (job) => {
  if (!canDrawOffscreen() && typeof document === "undefined") {
    const detail = "Nothing here can decode or draw pictures. Outside of browsers, pass `compress`.";
    return { status: "failed", failure: "unencodable", detail, backend: "none" };
  }
  return encodePicture(job, { strategies: ON_PAGE, place: "page", writeJpeg, pause, rare: RARE_PIXEL_STEPS });
};
