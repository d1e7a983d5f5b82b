import { u16le } from "./bytes.js";
import type { FormatReader } from "./format-reader.js";
import {
  blocksStart,
  EXTENSION,
  GRAPHIC_CONTROL,
  IMAGE,
  readImage,
  SCREEN_BYTES,
  skipChain,
  type GifImage,
} from "./gif-blocks.js";

const MAX_BLOCKS = 65_536;

/**
 * Walks to the second image, if there is one: a looping GIF need not be animated, nor an animated one loop. A first frame
 * that reaches beyond the screen enlarges it, as in Chromium and Pillow; where it leaves some screen bare, that is transparent.
 */
export const readGif: FormatReader = async (reader) => {
  const head = await reader.read(0, SCREEN_BYTES);
  if (head.length < SCREEN_BYTES) return undefined;
  const screen = { width: u16le(head, 6), height: u16le(head, 8) };
  let first: GifImage | undefined;
  let frames: "one" | "many" = "one";
  let transparent = false;
  let at: number | undefined = blocksStart(head);
  for (let count = 0; at !== undefined && count < MAX_BLOCKS; count++) {
    const block = await reader.read(at, 4);
    if (block[0] === EXTENSION) {
      if (block[1] === GRAPHIC_CONTROL && !first) transparent = ((block[3] ?? 0) & 1) === 1;
      at = await skipChain(reader, at + 2);
    } else if (block[0] === IMAGE && !first) {
      first = await readImage(reader, at);
      at = first && (await skipChain(reader, first.dataStart));
    } else {
      if (block[0] === IMAGE) frames = "many";
      break;
    }
  }
  if (!first) return { ...screen, orientation: 1, frames, alpha: undefined };
  const width = Math.max(screen.width, first.left + first.width);
  const height = Math.max(screen.height, first.top + first.height);
  const alpha = transparent || first.width < width || first.height < height;
  return { width, height, orientation: 1, frames, alpha };
};
