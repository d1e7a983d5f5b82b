import type { ByteReader } from "../byte-reader.js";
import { riffEnd } from "./riff.js";

export async function isWebpTruncated(reader: ByteReader): Promise<boolean> {
  return riffEnd(await reader.read(0, 8)) > reader.size;
}
