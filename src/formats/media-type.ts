import type { MediaType } from "../shared/types.js";
import { isBmpHeaderSize } from "./bmp/header.js";
import { type Signature, startsWith, u32le } from "./bytes.js";
import { heifMediaType } from "./heif/brands.js";
import { isIco } from "./ico/header.js";
import { isLittleEndian } from "./tiff/ifd.js";
import { isJxl } from "./jxl/header.js";
import { PNG_SIGNATURE } from "./png/chunks.js";
import { decodeSvgText } from "./svg/header.js";
import { findSvgRoot } from "./svg/svg-root.js";

const JPEG_START: Signature = [0xff, 0xd8, 0xff];

/**
 * Names a format by its signature: never by name or `file.type` (T12). `bytes` are the first of the file; 64 KiB are enough
 * for any of them (a long comment in front of an SVG's root element is the only one that needs more than 64 bytes).
 * `undefined`: not an image we know. A sound signature is no sound picture: `inspectImage` looks further.
 */
export function mediaTypeOf(bytes: Uint8Array): MediaType | undefined {
  if (startsWith(bytes, JPEG_START)) return "image/jpeg";
  if (startsWith(bytes, PNG_SIGNATURE)) return "image/png";
  if (startsWith(bytes, "GIF87a") || startsWith(bytes, "GIF89a")) return "image/gif";
  if (startsWith(bytes, "RIFF") && startsWith(bytes, "WEBP", 8)) return "image/webp";
  // "BM" alone begins many a text.
  if (startsWith(bytes, "BM") && isBmpHeaderSize(u32le(bytes, 14))) return "image/bmp";
  if (isLittleEndian(bytes) !== undefined) return "image/tiff";
  if (isIco(bytes)) return "image/vnd.microsoft.icon";
  if (isJxl(bytes)) return "image/jxl";
  return heifMediaType(bytes) ?? (isSvg(bytes) ? "image/svg+xml" : undefined);
}

/** Byte order marks, white space and `<` are all that an XML file can begin with, so most files are not decoded as text. */
function isSvg(bytes: Uint8Array): boolean {
  const mayBeXml = [0x3c, 0xef, 0xfe, 0xff, 0x20, 0x09, 0x0a, 0x0d].includes(bytes[0] ?? 0);
  return mayBeXml && findSvgRoot(decodeSvgText(bytes)) !== undefined;
}
