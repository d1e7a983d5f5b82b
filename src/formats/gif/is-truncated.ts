import type { ByteReader } from "../byte-reader.js";
import { EXTENSION, gifBlocks, IMAGE, skipChain } from "./blocks.js";

/**
 * Only the first frame is used, so the file may end anywhere after it. Chromium 156 does the same: it accepts a GIF without its
 * trailer or truncated within a later frame, and rejects one whose first chain of blocks is not ended.
 */
export async function isGifTruncated(reader: ByteReader): Promise<boolean> {
  for await (const { bytes, image } of gifBlocks(reader)) {
    if (bytes[0] === IMAGE) return image === undefined || (await skipChain(reader, image.dataStart)) === undefined;
    // A trailer or nonsense means damaged, not truncated. Nothing at all means truncated.
    if (bytes[0] !== EXTENSION) return bytes.length === 0;
  }
  return true;
}
