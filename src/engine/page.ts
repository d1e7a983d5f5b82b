/** The same job on the page itself, for browsers and policies that allow no worker. It blocks while it draws. */
import type { EncodeJob, EncodeOutcome } from "../core/engine-contract.js";
import { canDrawOffscreen } from "./canvas.js";
import { encodeImage } from "./encode.js";
import { compressionLibrary } from "./strategies/compression-library.js";
import { imageBitmap } from "./strategies/image-bitmap.js";

/** Resolves to `failed` where there is neither a canvas nor a document, as in Node. */
export async function encodeOnPage(job: EncodeJob): Promise<EncodeOutcome> {
  if (!canDrawOffscreen() && typeof document === "undefined") {
    const detail = "Nothing here can decode or draw pictures. Outside of browsers, pass `compress`.";
    return { status: "failed", failure: "unencodable", detail, engine: "none" };
  }
  return encodeImage(job, { strategy: canDrawOffscreen() ? imageBitmap : compressionLibrary, place: "page" });
}
