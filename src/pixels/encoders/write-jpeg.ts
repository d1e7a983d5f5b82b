import { loadEncoder, planeBytes } from "../../jpeg-codec/jpeg-codec.js";
import type { Size } from "../../shared/types.js";
import type { JpegWriter } from "./write-picture.js";

/** Encodes with our own encoder; `undefined` if it cannot run. */
export const writeJpeg: JpegWriter = async (picture, quality, onPlanes) => {
  // If WebAssembly cannot run (a policy, an old processor), the canvas is the fallback.
  const encoder = await loadEncoder().catch(() => undefined);
  const planes = encoder && onPlanes && new Uint8Array(planeBytes(picture));
  const bytes = encoder?.encode(picture, quality, planes);
  if (planes) onPlanes?.(planes);
  return bytes;
};

/** The file that `writeJpeg` would write of the picture that these planes were made of. */
export async function rewriteJpeg(
  picture: Size & { planes: Uint8Array<ArrayBuffer> },
  quality: number,
): Promise<Uint8Array<ArrayBuffer>> {
  return (await loadEncoder()).encode(picture, quality);
}
