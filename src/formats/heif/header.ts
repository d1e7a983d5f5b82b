import type { Orientation } from "../../shared/types.js";
import { boxContent, findBox, innerBoxes, topBoxes } from "../iso/boxes.js";
import { FIRST_READ_BYTES, type ByteReader } from "../byte-reader.js";
import { startsWith } from "../bytes.js";
import type { ReadStoredHeader, StoredHeader } from "../format.js";
import { fileBrands, SEQUENCE_BRANDS } from "./brands.js";
import { propertiesOf, statedSize } from "./properties.js";
import { trackSize, tracksIn } from "./tracks.js";
import { mirror, rotate } from "./orientation.js";

const ALPHA_URNS = ["urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0", "urn:mpeg:hevc:2015:auxid:1\0"];

/**
 * AVIF and HEIC: the size, rotation and mirroring of the primary item. EXIF in such a file rotates nothing: `irot` and `imir` do.
 * A crop (`clap`) is left to the decoder: few tools write one, and browsers do not agree about it.
 */
export const readHeif: ReadStoredHeader = async (reader, mediaType) => {
  const brands = fileBrands(await reader.read(0, FIRST_READ_BYTES)) ?? [];
  let still: StoredHeader | undefined;
  let movie: StoredHeader | undefined;
  for await (const { type, content } of heifBoxes(reader)) {
    if (type === "meta") still ??= readMeta(content);
    else movie ??= readMovie(content);
  }
  // Decoders use the sequence if the first brand is a sequence's; WebKitGTK drew one of 256 megapixels behind a small still
  // picture.
  const isSequenceFirst = SEQUENCE_BRANDS.has(brands[0] ?? "");
  const header = isSequenceFirst ? larger(still, movie) : (still ?? movie);
  if (!header) return undefined;
  const isSequence = isSequenceFirst || movie !== undefined;
  // `heif` leaves the codec open, and an uncompressed one may hold alpha among its components.
  const alpha = header.alpha || (!isSequence && mediaType !== "image/heif" ? false : undefined);
  return { ...header, frames: isSequence ? "many" : "one", alpha };
};

/** The boxes at the top of the file that say what is in it, as far as they are read. */
export async function* heifBoxes(reader: ByteReader): AsyncGenerator<{ type: "meta" | "moov"; content: Uint8Array }> {
  for await (const box of topBoxes(reader)) {
    if (box.type === "meta" || box.type === "moov") yield { type: box.type, content: await boxContent(reader, box) };
  }
}

function readMeta(content: Uint8Array): StoredHeader | undefined {
  const properties = propertiesOf(content);
  const size = statedSize(properties);
  let orientation: Orientation = 1;
  for (const { type, content: property } of properties) {
    if (type === "irot") orientation = rotate(orientation, property[0] ?? 0);
    if (type === "imir") orientation = mirror(orientation, property[0] ?? 0);
  }
  return size && { ...size, orientation, frames: "one", alpha: hasAlphaItem(content) };
}

/** A hidden second picture that is the alpha channel; iPhones store depth and gain maps in the same way. */
function hasAlphaItem(content: Uint8Array): boolean {
  const properties = findBox(content, ["iprp", "ipco"], 4);
  for (const { type, content: property } of innerBoxes(properties ?? new Uint8Array(0))) {
    if (type === "auxC" && ALPHA_URNS.some((urn) => startsWith(property, urn, 4))) return true;
  }
  return false;
}

/** The largest track counts: alpha is in a track of its own. */
function readMovie(content: Uint8Array): StoredHeader | undefined {
  let largest: StoredHeader | undefined;
  for (const track of tracksIn(content)) {
    const size = trackSize(track);
    if (size) largest = larger(largest, { ...size, orientation: 1, frames: "many", alpha: undefined });
  }
  return largest;
}

/** The first of two equal ones. */
function larger(first: StoredHeader | undefined, second: StoredHeader | undefined): StoredHeader | undefined {
  if (!first || !second) return first ?? second;
  return second.width * second.height > first.width * first.height ? second : first;
}
