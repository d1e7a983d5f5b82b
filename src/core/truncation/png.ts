import type { ByteReader } from "../inspect/byte-reader.js";
import { fourCc, startsWith, u32be } from "../inspect/bytes.js";

/** The last chunk: no content, "IEND", and the checksum of that. */
const END_CHUNK = "\0\0\0\0IEND\xae\x42\x60\x82";
const TAIL_BYTES = 65_536;

/** Pixels often come in thousands of chunks of 8 KiB: reading on is then quicker than jumping. */
const WALK_READ_BYTES = 262_144;

/** Looks for the end chunk at the end of the file; only where a lot of other data follows it does it walk there. */
export async function isPngCut(reader: ByteReader): Promise<boolean> {
  const tail = await reader.read(Math.max(0, reader.size - TAIL_BYTES), TAIL_BYTES);
  for (let at = tail.lastIndexOf(0x82); at > 0; at = tail.lastIndexOf(0x82, at - 1)) {
    if (startsWith(tail, END_CHUNK, at + 1 - END_CHUNK.length)) return false;
  }
  let at = 8;
  let hasFrame = false;
  let hasPixels = false;
  while (at + 12 <= reader.size) {
    const bytes = await reader.read(at, Math.min(WALK_READ_BYTES, reader.size - at));
    let step = 0;
    while (step + 8 <= bytes.length) {
      const type = fourCc(bytes, step + 4);
      if (type === "IEND") return at + step + 12 > reader.size;
      if (type === "IDAT") hasPixels = true;
      // An animation whose first frame is the picture itself: what follows it is not used.
      else if (hasPixels && hasFrame) return false;
      if (type === "fcTL" && !hasPixels) hasFrame = true;
      step += 12 + u32be(bytes, step);
    }
    if (step === 0) return true;
    at += step;
  }
  return true;
}
