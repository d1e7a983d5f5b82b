/**
 * Engines disagree about what a few files mean: which of two EXIF blocks counts, where an animation's first frame is, whether the
 * fourth byte of a pixel is alpha. It is settled here: the engine gets a file that can be read in one way only. Pixels are not touched.
 */
import { createByteReader, type ByteReader } from "../inspect/byte-reader.js";
import type { ImageHeader, MediaType } from "../types.js";
import { settleBmp } from "./bmp.js";
import { settleJpeg } from "./jpeg.js";
import type { Settle } from "./piece.js";
import { settlePng } from "./png.js";

const SETTLERS: Readonly<Partial<Record<MediaType, Settle>>> = {
  "image/jpeg": settleJpeg,
  "image/png": settlePng,
  "image/bmp": settleBmp,
};

/** The file itself where nothing is in doubt, which costs one read of its beginning. */
export async function settled(file: Blob, header: ImageHeader, signal: AbortSignal | undefined): Promise<Blob> {
  const reader: ByteReader = createByteReader(file, signal);
  const pieces = await SETTLERS[header.mediaType]?.(reader, header);
  if (!pieces) return file;
  const parts = pieces.map((piece) => (piece instanceof Uint8Array ? piece : file.slice(piece.from, piece.to)));
  return new Blob(parts, { type: header.mediaType });
}
