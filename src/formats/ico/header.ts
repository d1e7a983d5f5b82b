import { u16le, u32le } from "../bytes.js";
import type { FormatReader } from "../format-reader.js";
import { bestIconEntry, DIRECTORY_BYTES, ENTRY_BYTES } from "./icon-entry.js";

/** The signature is four weak bytes, so the first entry must be sound too: reserved byte, a picture, behind the directory. */
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
 * The largest entry, which is the one browsers show. The others are the same picture in other sizes, not further frames:
 * nothing is lost by leaving them out.
 */
export const readIco: FormatReader = async (reader) => {
  const best = await bestIconEntry(reader);
  return best && { width: best.width, height: best.height, orientation: 1, frames: "one", alpha: undefined };
};
