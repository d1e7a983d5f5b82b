/** Which of an icon's pictures is taken. */
import type { ByteReader } from "../inspect/byte-reader.js";
import { u16le, u32le } from "../inspect/bytes.js";

const DIRECTORY_BYTES = 6;
const ENTRY_BYTES = 16;
const ICON = 1;

export interface IconEntry {
  start: number;
}

/** The largest, and of those the deepest; a cursor's entries do not say how deep they are. */
export async function bestIconEntry(reader: ByteReader): Promise<IconEntry | undefined> {
  const head = await reader.read(0, DIRECTORY_BYTES);
  const isIcon = u16le(head, 2) === ICON;
  const count = u16le(head, 4);
  const entries = await reader.read(DIRECTORY_BYTES, count * ENTRY_BYTES);
  let best: IconEntry | undefined;
  let bestPixels = 0;
  let bestDepth = 0;
  for (let index = 0, at = 0; index < count && at + ENTRY_BYTES <= entries.length; index++, at += ENTRY_BYTES) {
    const pixels = (entries[at] || 256) * (entries[at + 1] || 256);
    const depth = isIcon ? u16le(entries, at + 6) : 0;
    if (pixels < bestPixels || (pixels === bestPixels && depth <= bestDepth)) continue;
    best = { start: u32le(entries, at + 12) };
    [bestPixels, bestDepth] = [pixels, depth];
  }
  return best;
}
