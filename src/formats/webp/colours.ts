import { type ByteReader, readExactly } from "../byte-reader.js";
import { fourCc, startsWith, u32le } from "../bytes.js";
import type { Colours } from "../icc/colours.js";
import { MAX_PROFILE_BYTES, rgbProfile } from "../icc/rgb-profile.js";

const PROFILE_FLAG = 0x20;
/** Behind the extended header; there the profile stands first. */
const SECOND_CHUNK = 30;

export async function readWebpColours(reader: ByteReader): Promise<Colours | undefined> {
  const head = await reader.read(0, SECOND_CHUNK + 8);
  if (!startsWith(head, "VP8X", 12) || ((head[20] ?? 0) & PROFILE_FLAG) === 0 || fourCc(head, SECOND_CHUNK) !== "ICCP") return undefined;
  const bytes = Math.min(u32le(head, SECOND_CHUNK + 4), MAX_PROFILE_BYTES + 1);
  return rgbProfile(await readExactly(reader, SECOND_CHUNK + 8, bytes));
}
