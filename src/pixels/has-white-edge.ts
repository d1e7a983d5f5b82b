import type { Picture } from "./orientation.js";

const WHITE = 0xffffffff;

/**
 * Whether one of the four edges is all white, as in a picture whose last rows are missing. A sheet of paper often has one too.
 */
export function hasWhiteEdge({ pixels, width, height }: Picture): boolean {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const isWhite = (start: number, step: number, count: number) => {
    for (let at = 0; at < count; at++) if (words[start + at * step] !== WHITE) return false;
    return true;
  };
  return (
    isWhite(0, 1, width) ||
    isWhite((height - 1) * width, 1, width) ||
    isWhite(0, width, height) ||
    isWhite(width - 1, width, height)
  );
}
