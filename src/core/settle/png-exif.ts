import type { ByteReader } from "../inspect/byte-reader.js";
import { isPlainExif } from "./exif.js";

const MAX_EXIF_BYTES = 1_048_576;

/** Its checksum is looked at by `readPng`: where it is wrong no engine reads the chunk, and we read none either. */
export async function isPngExifPlain(reader: ByteReader, { from, to }: { from: number; to: number }): Promise<boolean> {
  const bytes = to - from - 12;
  return bytes <= MAX_EXIF_BYTES && isPlainExif((await reader.read(from + 8, bytes)).subarray(0, bytes));
}
