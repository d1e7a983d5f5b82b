import type { Orientation } from "../types.js";
import { boxContent, findBox, innerBoxes, topBoxes } from "./boxes.js";
import { FIRST_READ_BYTES } from "./byte-reader.js";
import { startsWith, u16be, u32be } from "./bytes.js";
import type { FormatReader, StoredHeader } from "./format-reader.js";
import { fileBrands, SEQUENCE_BRANDS } from "./heif-brands.js";
import { propertiesOf } from "./heif-properties.js";
import { mirror, turn } from "./heif-turn.js";

const ALPHA_URNS = ["urn:mpeg:mpegB:cicp:systems:auxiliary:alpha\0", "urn:mpeg:hevc:2015:auxid:1\0"];

/**
 * AVIF and HEIC: the size, turn and mirror of the primary item. EXIF in such a file turns nothing: `irot` and `imir` do.
 * A crop (`clap`) is left to the decoder; a tool that writes one is rare, and browsers do not agree about it.
 */
export const readHeif: FormatReader = async (reader, mediaType) => {
  const brands = fileBrands(await reader.read(0, FIRST_READ_BYTES)) ?? [];
  let header: StoredHeader | undefined;
  let hasMovie = false;
  for await (const box of topBoxes(reader)) {
    if (box.type === "moov") hasMovie = true;
    if (box.type === "meta") header ??= readMeta(await boxContent(reader, box));
    if (box.type === "moov") header ??= readMovie(await boxContent(reader, box));
  }
  if (!header) return undefined;
  const isSequence = SEQUENCE_BRANDS.has(brands[0] ?? "") || hasMovie;
  // `heif` leaves the codec open, and an uncompressed one may hold alpha among its components.
  const alpha = header.alpha || (!isSequence && mediaType !== "image/heif" ? false : undefined);
  return { ...header, frames: isSequence ? "many" : "one", alpha };
};

function readMeta(content: Uint8Array): StoredHeader | undefined {
  let size: { width: number; height: number } | undefined;
  let orientation: Orientation = 1;
  for (const { type, content: property } of propertiesOf(content)) {
    if (type === "ispe" && property.length >= 12) size ??= { width: u32be(property, 4), height: u32be(property, 8) };
    if (type === "irot") orientation = turn(orientation, property[0] ?? 0);
    if (type === "imir") orientation = mirror(orientation, property[0] ?? 0);
  }
  return size && { ...size, orientation, frames: "one", alpha: hasAlphaItem(content) };
}

/** A hidden second picture that holds the alpha channel; iPhones use the same means for depth and gain maps. */
function hasAlphaItem(content: Uint8Array): boolean {
  const properties = findBox(content, ["iprp", "ipco"], 4);
  for (const { type, content: property } of innerBoxes(properties ?? new Uint8Array(0))) {
    if (type === "auxC" && ALPHA_URNS.some((urn) => startsWith(property, urn, 4))) return true;
  }
  return false;
}

/** A sequence without a still: the first track's header ends with its size as 16.16 fixed point numbers. */
function readMovie(content: Uint8Array): StoredHeader | undefined {
  const track = findBox(content, ["trak", "tkhd"]);
  if (!track || track.length < 84) return undefined;
  const size = { width: u16be(track, track.length - 8), height: u16be(track, track.length - 4) };
  return { ...size, orientation: 1, frames: "many", alpha: undefined };
}
