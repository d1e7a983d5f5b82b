import type { ByteReader } from "../byte-reader.js";
import { u32le } from "../bytes.js";

/** The container states its own length, less the eight bytes that state it. */
export async function isWebpCut(reader: ByteReader): Promise<boolean> {
  return u32le(await reader.read(0, 8), 4) + 8 > reader.size;
}
