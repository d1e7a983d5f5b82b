import type { JpegWriter } from "../../pixels/encoders/write-picture.js";
import { encodeJpeg } from "./encode-jpeg.js";
import { loadEncoder } from "./load-encoder.js";

/** By our own encoder, which a page out of sight does not hold up: a canvas waits there for idle time, about a second a picture. */
export const writeJpeg: JpegWriter = async (picture, quality) => {
  // Why WebAssembly is not to be had, a policy or an old processor, changes nothing: a canvas does it.
  const encoder = await loadEncoder().catch(() => undefined);
  return encoder && encodeJpeg(encoder, picture, quality);
};
