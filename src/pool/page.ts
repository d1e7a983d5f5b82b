/** The same job on the page itself, for browsers and policies that allow no worker. It takes turns with what else is to do. */
import type { EncodeJob, EncodeOutcome } from "../pixels/encode-job.js";
import { canDrawOffscreen } from "../pixels/canvas.js";
import { encodeImage } from "../pixels/encode.js";
import { writeJpeg } from "../jpeg-codec/encoder/write-jpeg.js";
import { nextTurn } from "../shared/next-task.js";
import { ON_PAGE } from "../pixels/decoders/on-page.js";

/** Resolves to `failed` where there is neither a canvas nor a document, as in Node. */
export async function encodeOnPage(job: EncodeJob): Promise<EncodeOutcome> {
  if (!canDrawOffscreen() && typeof document === "undefined") {
    const detail = "Nothing here can decode or draw pictures. Outside of browsers, pass `compress`.";
    return { status: "failed", failure: "unencodable", detail, engine: "none" };
  }
  return encodeImage(job, { strategies: ON_PAGE, place: "page", writeJpeg, pause: nextTurn });
}
