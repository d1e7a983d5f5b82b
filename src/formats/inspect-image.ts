import type { ImageHeader, MediaType } from "../shared/types.js";
import { readBmp } from "./bmp/header.js";
import { type ByteReader, createByteReader, FIRST_READ_BYTES } from "./byte-reader.js";
import type { FormatReader } from "./format-reader.js";
import { readGif } from "./gif/header.js";
import { readHeif } from "./heif/header.js";
import { readIco } from "./ico/header.js";
import { readJpeg } from "./jpeg/header.js";
import { readJxl } from "./jxl/header.js";
import { mediaTypeOf } from "./media-type.js";
import { readPng } from "./png/header.js";
import { readSvg } from "./svg/header.js";
import { readTiff } from "./tiff/header.js";
import { readWebp } from "./webp/header.js";

const READERS: Readonly<Record<MediaType, FormatReader>> = {
  "image/jpeg": readJpeg,
  "image/png": readPng,
  "image/gif": readGif,
  "image/webp": readWebp,
  "image/bmp": readBmp,
  "image/avif": readHeif,
  "image/heic": readHeif,
  "image/heif": readHeif,
  "image/jxl": readJxl,
  "image/tiff": readTiff,
  "image/svg+xml": readSvg,
  "image/vnd.microsoft.icon": readIco,
};

/**
 * What the first bytes of a file say about the picture in it: type by content, upright width and height in pixels,
 * orientation, one or many frames, alpha where the header tells it. Nothing is decoded; a photo costs one slice of 64 KiB,
 * and further ones only where the header goes on.
 *
 * Resolves to `undefined` when the file is no image we know, or one whose header is too damaged to tell its size.
 * Rejects with the signal's reason, or with the browser's own error when the file cannot be read.
 *
 * Why not the npm package image-size (2.1.0, read and measured): it says nothing of frames and alpha, knows orientation only
 * in JPEG and does not apply it; it takes one buffer and throws alike for "needs more bytes" and "broken", and 3 of 20
 * camera files need more than 64 KiB, one more than 512 KiB. These readers ask for the bytes they need.
 */
export async function inspectImage(
  file: Blob,
  { signal }: { signal?: AbortSignal | undefined } = {},
): Promise<ImageHeader | undefined> {
  return inspectWith(createByteReader(file, signal));
}

/** The same, for whoever reads on. */
export async function inspectWith(reader: ByteReader): Promise<ImageHeader | undefined> {
  const mediaType = mediaTypeOf(await reader.read(0, FIRST_READ_BYTES));
  const stored = mediaType && (await READERS[mediaType](reader, mediaType));
  if (!mediaType || !stored) return undefined;
  if (mediaType !== "image/svg+xml" && (stored.width <= 0 || stored.height <= 0)) return undefined;
  const isTurned = stored.orientation >= 5;
  return {
    ...stored,
    mediaType,
    width: isTurned ? stored.height : stored.width,
    height: isTurned ? stored.width : stored.height,
    bytes: reader.size,
  };
}
