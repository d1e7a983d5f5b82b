/** Encodes a picture with our own encoder, or with a canvas if ours cannot run or the picture must be composed. */
import { canvasFault } from "../probes/canvas-fault.js";
import type { Picture } from "../orientation.js";
import { paint, type PaintOptions } from "./paint.js";

type Bytes = Uint8Array<ArrayBuffer>;

/** `quality`: 0 to 1. `undefined`: it cannot run here. `onPlanes`: gets the planes, from which `rewriteJpeg` encodes the same picture. */
export type JpegWriter = (
  picture: Picture,
  quality: number,
  onPlanes?: (planes: Bytes) => void,
) => Promise<Bytes | undefined>;

/**
 * From this quality on Firefox's canvas keeps colours at full resolution, and Chromium's at 1, so such qualities are left to
 * them.
 */
const FULL_COLOUR_QUALITY = 0.9;

/** May have another type than requested. */
export async function writePicture(
  picture: Picture,
  options: PaintOptions,
  writeJpeg: JpegWriter | undefined,
): Promise<Bytes> {
  const { output, colourSpace, translucent, paddedTo } = options;
  const writer = output.mediaType === "image/jpeg" && output.quality < FULL_COLOUR_QUALITY ? writeJpeg : undefined;
  const isPlain = colourSpace === "srgb" && !translucent && !paddedTo;
  const own = isPlain ? await writer?.(picture, output.quality) : undefined;
  if (own) return own;
  const fault = canvasFault();
  if (fault) throw new Error(fault);
  // For a plain picture our encoder has just been tried. Any other is first composed on a canvas, then encoded by ours.
  return paint(picture, options, isPlain ? undefined : writer);
}
