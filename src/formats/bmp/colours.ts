import { type ByteReader, readExactly } from "../byte-reader.js";
import { startsWith, u32le } from "../bytes.js";
import type { Colours } from "../icc/colours.js";
import { MAX_PROFILE_BYTES, rgbProfile } from "../icc/rgb-profile.js";

/** Length of the file header, which the bitmap header follows. */
const HEADER = 14;
const V5_HEADER_BYTES = 124;

/** Version 5 may have a profile; a linked one is in another file, which is not here. */
export async function readBmpColours(reader: ByteReader): Promise<Colours | undefined> {
  const head = await reader.read(0, HEADER + V5_HEADER_BYTES);
  if (u32le(head, HEADER) !== V5_HEADER_BYTES || !startsWith(head, "DEBM", HEADER + 56)) return undefined;
  const bytes = Math.min(u32le(head, HEADER + 116), MAX_PROFILE_BYTES + 1);
  return rgbProfile(await readExactly(reader, HEADER + u32le(head, HEADER + 112), bytes));
}
