import { loadEncoder } from "../../jpeg-codec/jpeg-codec.js";
import type { JpegWriter } from "./write-picture.js";

/** By our own encoder, which a page out of sight does not hold up: a canvas waits there for idle time, about a second a picture. */
export const writeJpeg: JpegWriter = async (picture, quality) => {
  // Why WebAssembly is not to be had, a policy or an old processor, changes nothing: a canvas does it.
  const encoder = await loadEncoder().catch(() => undefined);
  return encoder?.encode(picture, quality);
};
