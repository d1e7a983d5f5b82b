import type { Size } from "../../shared/types.js";
import { readExactly } from "../byte-reader.js";
import { u16le, u32le } from "../bytes.js";
import type { ReadStoredHeader } from "../format.js";

const DIRECTORY_BYTES = 6;
const ENTRY_BYTES = 16;

/**
 * The signature is four weak bytes, so the first entry must be valid too: its reserved byte, and a picture after the directory.
 */
export function isIco(bytes: Uint8Array): boolean {
  const kind = u16le(bytes, 2);
  const count = u16le(bytes, 4);
  return (
    u16le(bytes, 0) === 0 &&
    (kind === 1 || kind === 2) &&
    count > 0 &&
    bytes.length >= DIRECTORY_BYTES + ENTRY_BYTES &&
    (bytes[9] === 0 || bytes[9] === 255) &&
    u32le(bytes, 14) > 0 &&
    u32le(bytes, 18) >= DIRECTORY_BYTES + ENTRY_BYTES * count
  );
}

/**
 * The size of the largest entry, which is the one browsers show. The others are the same picture in other sizes, not further frames.
 */
export const readIco: ReadStoredHeader = async (reader) => {
  const count = u16le(await reader.read(0, DIRECTORY_BYTES), 4);
  const entries = await readExactly(reader, DIRECTORY_BYTES, count * ENTRY_BYTES);
  let largest: Size | undefined;
  for (let at = 0; at + ENTRY_BYTES <= entries.length; at += ENTRY_BYTES) {
    // One byte per side; 0 means 256.
    const size = { width: entries[at] || 256, height: entries[at + 1] || 256 };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest && { ...largest, orientation: 1, frames: "one", alpha: undefined };
};
