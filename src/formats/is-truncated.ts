import type { ByteReader } from "./byte-reader.js";
import { isCodestream } from "./jxl/header.js";
import { isBmpCut } from "./bmp/is-truncated.js";
import { isGifCut } from "./gif/is-truncated.js";
import { isHeifCut } from "./heif/is-truncated.js";
import { isJpegCut } from "./jpeg/is-truncated.js";
import { isPngCut } from "./png/is-truncated.js";
import { isWebpCut } from "./webp/is-truncated.js";
import type { ImageHeader, MediaType } from "../shared/types.js";

const isJxlTruncated = async (reader: ByteReader): Promise<boolean> => !isCodestream(await reader.read(0, 2)) && isHeifCut(reader);

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
  // Only in a container: a bare codestream does not state its length.
  "image/jxl": isJxlTruncated,
};

/**
 * Whether the file ends before its picture does, judged by the file's own structure: browsers disagree. Of a half JPEG,
 * Chromium refuses to make a bitmap, Firefox gives the top half, WebKit a blank one.
 * What follows a whole picture is not judged: trailing data, further pictures, a motion photo's video may be cut.
 */
export async function isTruncated(reader: ByteReader, { mediaType }: ImageHeader): Promise<boolean> {
  return (await CHECKS[mediaType]?.(reader)) ?? false;
}
