import type { ByteReader } from "../byte-reader.js";
import { EXTENSION, gifBlocks, IMAGE, skipChain } from "./blocks.js";

/**
 * Only the first frame is used, so the file may end anywhere behind it. Chromium 156 draws the line at the same place: it
 * accepts a GIF without its trailer or truncated within a later frame, and rejects one whose first chain of blocks is not ended.
 */
export async function isGifTruncated(reader: ByteReader): Promise<boolean> {
  for await (const { bytes, image } of gifBlocks(reader)) {
    if (bytes[0] === IMAGE) return image === undefined || (await skipChain(reader, image.dataStart)) === undefined;
    // A trailer, or nonsense: what is there is damaged, not truncated. Nothing at all: truncated.
    if (bytes[0] !== EXTENSION) return bytes.length === 0;
  }
  return true;
}
