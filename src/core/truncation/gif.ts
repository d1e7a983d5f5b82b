import type { ByteReader } from "../inspect/byte-reader.js";
import { blocksStart, EXTENSION, IMAGE, readImage, SCREEN_BYTES, skipChain } from "../inspect/gif-blocks.js";

const MAX_BLOCKS = 65_536;

/**
 * Only the first frame is used, so the file may end anywhere behind it. Chromium 156 draws the line at the same place: it
 * accepts a GIF without its trailer or cut within a later frame, and refuses one whose first chain of blocks is not ended.
 */
export async function isGifCut(reader: ByteReader): Promise<boolean> {
  let at: number | undefined = blocksStart(await reader.read(0, SCREEN_BYTES));
  for (let count = 0; at !== undefined && count < MAX_BLOCKS; count++) {
    const block = await reader.read(at, 1);
    if (block[0] === EXTENSION) {
      at = await skipChain(reader, at + 2);
    } else if (block[0] === IMAGE) {
      const image = await readImage(reader, at);
      return image === undefined || (await skipChain(reader, image.dataStart)) === undefined;
    } else {
      // A trailer, or nonsense: what is there is damaged, not cut. Nothing at all: cut.
      return block.length === 0;
    }
  }
  return true;
}
