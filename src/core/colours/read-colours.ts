import type { ByteReader } from "../inspect/byte-reader.js";
import type { MediaType } from "../types.js";
import { readAvifColours } from "./avif.js";
import { readBmpColours } from "./bmp.js";
import type { Colours } from "./colours.js";
import { readWebpColours } from "./webp.js";

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
