import type { ByteReader } from "./inspect/byte-reader.js";
import { isCodestream } from "./inspect/jxl.js";
import { isBmpCut } from "./truncation/bmp.js";
import { isGifCut } from "./truncation/gif.js";
import { isHeifCut } from "./truncation/heif.js";
import { isJpegCut } from "./truncation/jpeg.js";
import { isPngCut } from "./truncation/png.js";
import { isWebpCut } from "./truncation/webp.js";
import type { ImageHeader, MediaType } from "./types.js";

const isJxlCut = async (reader: ByteReader): Promise<boolean> => !isCodestream(await reader.read(0, 2)) && isHeifCut(reader);

/** TIFF, SVG and ICO have no end that can be checked without decoding them. */
const CHECKS: Readonly<Partial<Record<MediaType, (reader: ByteReader) => Promise<boolean>>>> = {
  "image/jpeg": isJpegCut,
  "image/png": isPngCut,
  "image/gif": isGifCut,
  "image/webp": isWebpCut,
  "image/bmp": isBmpCut,
  "image/avif": isHeifCut,
  "image/heic": isHeifCut,
  "image/heif": isHeifCut,
  // In a container; a bare codestream does not say where it ends.
  "image/jxl": isJxlCut,
};

/**
 * Whether the file ends before its picture does, judged by the file's own structure: browsers disagree. Of a half JPEG,
 * Chromium refuses to make a bitmap, Firefox gives the top half, WebKit a blank one.
 * What follows a whole picture is not judged: trailing data, further pictures, a motion photo's video may be cut.
 */
export async function isTruncated(reader: ByteReader, { mediaType }: ImageHeader): Promise<boolean> {
  return (await CHECKS[mediaType]?.(reader)) ?? false;
}
