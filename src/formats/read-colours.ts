import type { ByteReader } from "./byte-reader.js";
import type { MediaType } from "../shared/types.js";
import { readAvifColours } from "./heif/avif-colours.js";
import { readBmpColours } from "./bmp/colours.js";
import type { Colours } from "./icc/colours.js";
import { readWebpColours } from "./webp/colours.js";

/** Formats whose colours some engine takes for sRGB whatever they are. JPEG and PNG are converted by all of them. */
const READERS: Readonly<Partial<Record<MediaType, (reader: ByteReader) => Promise<Colours | undefined>>>> = {
  "image/webp": readWebpColours,
  "image/avif": readAvifColours,
  "image/bmp": readBmpColours,
};

/** `undefined`: sRGB, or nothing that an engine would need to be told. Rejects as the reader of the file does. */
export async function readColours(reader: ByteReader, mediaType: MediaType): Promise<Colours | undefined> {
  return READERS[mediaType]?.(reader);
}
