/** The same job on the page itself, for browsers and policies that allow no worker. It blocks while it draws. */
import type { EncodeJob, EncodeOutcome } from "../core/engine-contract.js";
import { canDrawOffscreen } from "./canvas.js";
import { encodeImage } from "./encode.js";
import { compressionLibrary } from "./strategies/compression-library.js";
import { imageBitmap } from "./strategies/image-bitmap.js";

export function encodeOnPage(job: EncodeJob): Promise<EncodeOutcome> {
  return encodeImage(job, { strategy: canDrawOffscreen() ? imageBitmap : compressionLibrary, place: "page" });
}
