import type { ByteReader } from "../byte-reader.js";
import { fourCc, u16le, u32le } from "../bytes.js";
import { claimDamage } from "../plausible-size.js";
import type { Damage } from "../problem.js";

const FIRST_CHUNK = 12;
const CHUNK_HEADER_BYTES = 8;
/** An extended header, a profile and alpha may come in front of the picture. */
const MAX_CHUNKS = 8;

/**
 * VP8 states how each 256 pixels are predicted, with probabilities that are fixed for a picture that stands alone (RFC 6386,
 * section 11.2): 1.6 bits at least, and here one.
 */
const MOST_PIXELS_PER_BYTE = 2_048;

/** The lossy kind alone: lossless files of one colour need no bits at all for their pixels. */
export async function webpDamage(reader: ByteReader): Promise<Damage | undefined> {
  let at = FIRST_CHUNK;
  for (let count = 0; count < MAX_CHUNKS; count++) {
    const head = await reader.read(at, CHUNK_HEADER_BYTES + 10);
    if (head.length < CHUNK_HEADER_BYTES + 10) return undefined;
    if (fourCc(head, 0) === "VP8 ") {
      const size = { width: u16le(head, CHUNK_HEADER_BYTES + 6) & 0x3fff, height: u16le(head, CHUNK_HEADER_BYTES + 8) & 0x3fff };
      return claimDamage(size, reader.size - at - CHUNK_HEADER_BYTES, (size.width * size.height) / MOST_PIXELS_PER_BYTE);
    }
    const bytes = u32le(head, 4);
    at += CHUNK_HEADER_BYTES + bytes + (bytes & 1);
  }
  return undefined;
}
