import type { Size } from "../../shared/types.js";

/** Of a JPEG at so many eighths of its size: a pixel only partly inside counts, as in libjpeg. */
export function scaledSize({ width, height }: Size, eighths: number): Size {
  return { width: Math.ceil((width * eighths) / 8), height: Math.ceil((height * eighths) / 8) };
}
