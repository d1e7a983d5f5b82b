/** Which of an icon's pictures is taken, and how large it is said to be. */
import type { Size } from "../../shared/types.js";
import type { ByteReader } from "../byte-reader.js";
import { u16le, u32le } from "../bytes.js";

export const DIRECTORY_BYTES = 6;
export const ENTRY_BYTES = 16;
const ICON = 1;

export interface IconEntry extends Size {
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
    // One byte a side, in which 0 stands for 256.
    const size = { width: entries[at] || 256, height: entries[at + 1] || 256 };
    const pixels = size.width * size.height;
    const depth = isIcon ? u16le(entries, at + 6) : 0;
    if (pixels < bestPixels || (pixels === bestPixels && depth <= bestDepth)) continue;
    best = { ...size, start: u32le(entries, at + 12) };
    [bestPixels, bestDepth] = [pixels, depth];
  }
  return best;
}
