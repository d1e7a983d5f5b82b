import { u16le } from "../bytes.js";
import type { ReadStoredHeader } from "../format.js";
import { EXTENSION, type GifImage, gifBlocks, GRAPHIC_CONTROL, IMAGE, SCREEN_BYTES } from "./blocks.js";

/**
 * Walks to the second image, if there is one: a looping GIF need not be animated, nor an animated one loop. A first frame that
 * reaches beyond the screen enlarges it, as in Chromium and Pillow; any part of the screen that it does not cover is transparent.
 */
export const readGif: ReadStoredHeader = async (reader) => {
  const head = await reader.read(0, SCREEN_BYTES);
  if (head.length < SCREEN_BYTES) return undefined;
  const screen = { width: u16le(head, 6), height: u16le(head, 8) };
  let first: GifImage | undefined;
  let frames: "one" | "many" = "one";
  let transparent = false;
  for await (const { bytes, image } of gifBlocks(reader)) {
    if (first) {
      if (bytes[0] === EXTENSION) continue;
      if (bytes[0] === IMAGE) frames = "many";
      break;
    }
    if (bytes[0] === EXTENSION && bytes[1] === GRAPHIC_CONTROL) transparent = ((bytes[3] ?? 0) & 1) === 1;
    first = image;
  }
  if (!first) return { ...screen, orientation: 1, frames, alpha: undefined };
  const width = Math.max(screen.width, first.left + first.width);
  const height = Math.max(screen.height, first.top + first.height);
  const alpha = transparent || first.width < width || first.height < height;
  return { width, height, orientation: 1, frames, alpha };
};
