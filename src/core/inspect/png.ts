import { fourCc, u32be } from "./bytes.js";
import { crc32 } from "./crc32.js";
import { asOrientation, type FormatReader } from "./format-reader.js";
import { exifOrientation } from "./ifd.js";

/** In front of the pixels there are a handful; each costs a jump. */
const MAX_CHUNKS = 1_024;
const MAX_EXIF_BYTES = 1_048_576;
const ALPHA_BIT = 4;

/**
 * Everything that matters stands in front of the first IDAT: an `acTL` behind it makes no animation (T25), and an `eXIf`
 * behind it is not read by Chromium and Firefox, the two that turn a PNG by its `eXIf`: by the first of several, and by none whose
 * checksum is wrong. EXIF in text chunks turns nothing.
 */
export const readPng: FormatReader = async (reader) => {
  let at = 8;
  let size: { width: number; height: number } | undefined;
  let alpha = false;
  let frameCount = 1;
  let exif: Uint8Array | undefined;
  for (let count = 0; count < MAX_CHUNKS; count++) {
    const head = await reader.read(at, 8);
    if (head.length < 8) break;
    const bytes = u32be(head, 0);
    const type = fourCc(head, 4);
    if (type === "IHDR") {
      const header = await reader.read(at + 8, 13);
      if (header.length < 13 || bytes !== 13) return undefined;
      size = { width: u32be(header, 0), height: u32be(header, 4) };
      alpha = ((header[9] ?? 0) & ALPHA_BIT) !== 0;
    } else if (type === "acTL") {
      const control = await reader.read(at + 8, 4);
      frameCount = u32be(control, 0);
    } else if (type === "tRNS") {
      alpha = true;
    } else if (type === "eXIf" && bytes <= MAX_EXIF_BYTES) {
      const chunk = await reader.read(at + 4, bytes + 8);
      if (crc32(chunk.subarray(0, bytes + 4)) === u32be(chunk, bytes + 4)) exif ??= chunk.slice(4, bytes + 4);
    } else if (type === "IDAT" || type === "IEND") {
      break;
    } else if (!size && type !== "CgBI") {
      // IHDR comes first, or second behind the chunk that Apple's tools put into apps.
      return undefined;
    }
    at += 12 + bytes;
  }
  return size && { ...size, orientation: asOrientation(exif && exifOrientation(exif)), frames: frameCount > 1 ? "many" : "one", alpha };
};
