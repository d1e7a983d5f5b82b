import { loadEncoder } from "../../jpeg-codec/jpeg-codec.js";
import type { JpegWriter } from "./write-picture.js";

/** Encodes with our own encoder; `undefined` if it cannot run. */
export const writeJpeg: JpegWriter = async (picture, quality) => {
  // If WebAssembly cannot run (a policy, an old processor), the canvas is the fallback.
  const encoder = await loadEncoder().catch(() => undefined);
  return encoder?.encode(picture, quality);
};
