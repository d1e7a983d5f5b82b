import type { ByteReader } from "../inspect/byte-reader.js";
import { fourCc, u32be } from "../inspect/bytes.js";
import { crc32 } from "../inspect/crc32.js";
import { pngLayout, pngRowBytes } from "../whole/png-rows.js";
import { claimDamage } from "./claim.js";
import type { Damage } from "./damage.js";

const MAX_CHUNKS = 1_024;
const MAX_PALETTE_BYTES = 768;

/** Deflate's longest copy is 258 bytes, and takes two bits at least. */
const MOST_ROW_BYTES_PER_BYTE = 1_032;

/** Up to the pixels: what Firefox and WebKit let pass. The pixels are checked where the engine is not to be trusted with it. */
export async function pngDamage(reader: ByteReader): Promise<Damage | undefined> {
  let at = 8;
  for (let count = 0; count < MAX_CHUNKS; count++) {
    const head = await reader.read(at, 8);
    if (head.length < 8) return undefined;
    const bytes = u32be(head, 0);
    const type = fourCc(head, 4);
    if (type === "CgBI") return { kind: "unsupported", why: "it was made for an Apple app (CgBI)" };
    if (type === "IEND") return { kind: "cut", why: "it holds no pixels" };
    if (at + 12 + bytes > reader.size) return { kind: "cut", why: `its chunk ${JSON.stringify(type)} ends behind the file` };
    if (type === "IDAT") return rowsDamage(reader, at);
    if (type === "IHDR" || (type === "PLTE" && bytes <= MAX_PALETTE_BYTES)) {
      const chunk = await reader.read(at + 4, bytes + 8);
      if (crc32(chunk.subarray(0, bytes + 4)) !== u32be(chunk, bytes + 4)) return { kind: "damaged", why: `the checksum of its ${type} is wrong` };
    }
    at += 12 + bytes;
  }
  return undefined;
}

/** Of the rows of pixels, which are known to the byte before they are compressed. */
async function rowsDamage(reader: ByteReader, dataStart: number): Promise<Damage | undefined> {
  const layout = pngLayout(await reader.read(16, 13));
  return claimDamage(layout, reader.size - dataStart, (pngRowBytes(layout) ?? 0) / MOST_ROW_BYTES_PER_BYTE);
}
