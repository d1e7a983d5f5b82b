import type { PreparedImage } from "../shared/types.js";

/** The media type in it is that of the bytes, as everywhere here. */
export function dataUrl({ mediaType, base64 }: PreparedImage): string {
  return `data:${mediaType};base64,${base64}`;
}
