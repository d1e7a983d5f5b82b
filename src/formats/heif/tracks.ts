/** The tracks of an image sequence (`moov`, ISO/IEC 14496-12): their sizes, and where their first pictures begin. */
import type { Size } from "../../shared/types.js";
import { findBox, innerBoxes } from "../iso/boxes.js";
import { fourCc, u16be, u32be } from "../bytes.js";
import type { CodedPicture } from "./items.js";

const TRACK_SIZE_END_BYTES = 8;
const TRACK_HEADER_BYTES = 84;

/** A track's header ends with its size as two 16.16 fixed-point numbers. */
export function trackSize(track: Uint8Array): Size | undefined {
  const header = findBox(track, ["tkhd"]);
  if (!header || header.length < TRACK_HEADER_BYTES) return undefined;
  const at = header.length - TRACK_SIZE_END_BYTES;
  return { width: u16be(header, at), height: u16be(header, at + 4) };
}

export function* tracksIn(movie: Uint8Array): Generator<Uint8Array> {
  for (const { type, content } of innerBoxes(movie)) if (type === "trak") yield content;
}

/**
 * For a track whose samples are of this type: the two sizes of its picture, one in its header and one in its sample description.
 */
export function codedSamples(track: Uint8Array, type: string): CodedPicture[] {
  const table = findBox(track, ["mdia", "minf", "stbl"]);
  const description = table && findBox(table, ["stsd"]);
  if (!description || fourCc(description, 12) !== type) return [];
  const from = firstChunk(table);
  if (from === undefined) return [];
  const described = { width: u16be(description, 40), height: u16be(description, 42) };
  return [trackSize(track) ?? described, described].map((stated) => ({ stated, from }));
}

function firstChunk(table: Uint8Array): number | undefined {
  const near = findBox(table, ["stco"]);
  if (near) return near.length < 12 ? undefined : u32be(near, 8);
  const far = findBox(table, ["co64"]);
  return !far || far.length < 16 ? undefined : u32be(far, 8) * 2 ** 32 + u32be(far, 12);
}
