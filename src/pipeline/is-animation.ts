import type { ImageHeader } from "../shared/types.js";

/** Formats whose several pictures are frames, not pages. */
const ANIMATIONS: readonly string[] = ["image/gif", "image/webp", "image/png"];

export function isAnimation({ frames, mediaType }: ImageHeader): boolean {
  return frames === "many" && ANIMATIONS.includes(mediaType);
}
