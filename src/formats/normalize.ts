/**
 * Engines disagree about what a few files mean: which of two EXIF blocks counts, where an animation's first frame is, whether the
 * fourth byte of a pixel is alpha. It is settled here: the engine gets a file that can be read in one way only. Pixels are not touched.
 */
import type { ByteReader } from "./byte-reader.js";
import { createFileReader } from "../pipeline/read-file.js";
import type { ImageHeader, MediaType } from "../shared/types.js";
import { settleBmp } from "./bmp/normalize.js";
import { settleJpeg } from "./jpeg/normalize.js";
import type { Settle } from "./piece.js";
import { settlePng } from "./png/normalize.js";

const SETTLERS: Readonly<Partial<Record<MediaType, Settle>>> = {
  "image/jpeg": settleJpeg,
  "image/png": settlePng,
  "image/bmp": settleBmp,
};

/** The file as it came where nothing is in doubt. */
export async function settled(reader: ByteReader, header: ImageHeader, signal: AbortSignal | undefined): Promise<ByteReader> {
  const pieces = await SETTLERS[header.mediaType]?.(reader, header);
  if (!pieces) return reader;
  const parts = pieces.map((piece) => ("from" in piece ? reader.blob.slice(piece.from, piece.to) : piece));
  return createFileReader(new Blob(parts, { type: header.mediaType }), signal);
}
