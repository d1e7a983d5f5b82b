import type { Size } from "../../shared/types.js";

/** The size of a JPEG decoded at so many eighths: a pixel that is only partly covered counts, as in libjpeg. */
export function scaledSize({ width, height }: Size, eighths: number): Size {
  return { width: Math.ceil((width * eighths) / 8), height: Math.ceil((height * eighths) / 8) };
}
