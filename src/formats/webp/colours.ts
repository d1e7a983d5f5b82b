import { type ByteReader, readExactly } from "../byte-reader.js";
import type { Colours } from "../icc/colours.js";
import { MAX_PROFILE_BYTES, rgbProfile } from "../icc/rgb-profile.js";
import { PROFILE_FLAG } from "./header.js";
import { riffChunks } from "./riff.js";

/** A profile counts where an extended header announces it and it follows as the second chunk. */
export async function readWebpColours(reader: ByteReader): Promise<Colours | undefined> {
  let isAnnounced = false;
  for await (const { type, start, end } of riffChunks(reader)) {
    if (isAnnounced)
      return type === "ICCP"
        ? rgbProfile(await readExactly(reader, start, Math.min(end - start, MAX_PROFILE_BYTES + 1)))
        : undefined;
    if (type !== "VP8X") return undefined;
    isAnnounced = (((await reader.read(start, 1))[0] ?? 0) & PROFILE_FLAG) !== 0;
    if (!isAnnounced) return undefined;
  }
  return undefined;
}
