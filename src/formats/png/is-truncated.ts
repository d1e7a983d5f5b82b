import type { ByteReader } from "../byte-reader.js";
import { type Signature, startsWith } from "../bytes.js";
import { PIXELS_READ_BYTES, pngChunks } from "./chunks.js";

/** The last chunk: no content, "IEND", and the checksum of that. */
const END_CHUNK: Signature = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
const TAIL_BYTES = 65_536;

/** Looks for the end chunk at the end of the file; walks there only if a lot of other data follows it. */
export async function isPngTruncated(reader: ByteReader): Promise<boolean> {
  const tail = await reader.read(Math.max(0, reader.size - TAIL_BYTES), TAIL_BYTES);
  for (let at = tail.lastIndexOf(0x82); at > 0; at = tail.lastIndexOf(0x82, at - 1)) {
    if (startsWith(tail, END_CHUNK, at + 1 - END_CHUNK.length)) return false;
  }
  let hasFrame = false;
  let hasPixels = false;
  for await (const { type, to } of pngChunks(reader, { readBytes: PIXELS_READ_BYTES })) {
    if (type === "IEND") return to > reader.size;
    if (type === "IDAT") hasPixels = true;
    // An animation whose first frame is the picture itself: what follows it is not used.
    else if (hasPixels && hasFrame) return false;
    if (type === "fcTL" && !hasPixels) hasFrame = true;
  }
  return true;
}
