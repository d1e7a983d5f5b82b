import type { ByteReader } from "../byte-reader.js";
import { readBmpHeader } from "./header.js";

/** Uncompressed pixels, or masked 16- and 32-bit ones: their length follows from the header. Others are left to the decoder. */
export async function isBmpTruncated(reader: ByteReader): Promise<boolean> {
  const header = await readBmpHeader(reader);
  if (!header) return false;
  const { width, height, bitsPerPixel, compression, pixelsStart } = header;
  const isMasked = (compression === 3 || compression === 6) && (bitsPerPixel === 16 || bitsPerPixel === 32);
  if (compression !== 0 && !isMasked) return false;
  const rowBytes = Math.ceil((width * bitsPerPixel) / 8);
  const strideBytes = Math.ceil(rowBytes / 4) * 4;
  // The last row's padding may be missing: no pixel is lost with it.
  return pixelsStart + strideBytes * (height - 1) + rowBytes > reader.size;
}
