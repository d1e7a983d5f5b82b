import type { ByteReader } from "./byte-reader.js";
import type { ImageHeader } from "../shared/types.js";

/** New bytes, or the bytes of the file from `from` up to `to`, which are not read. */
export type Piece = Uint8Array<ArrayBuffer> | { from: number; to: number };

/**
 * Rewrites a file so that every browser reads it alike: returns the pieces to make it of, or `undefined` if it can stay as it is.
 */
export type Normalize = (reader: ByteReader, header: ImageHeader) => Promise<Piece[] | undefined>;

/** The whole file except `holes`, which are in order and do not overlap. */
export function around(holes: readonly { from: number; to: number }[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const hole of holes) {
    if (hole.from > at) pieces.push({ from: at, to: hole.from });
    at = hole.to;
  }
  return at < to ? [...pieces, { from: at, to }] : pieces;
}
