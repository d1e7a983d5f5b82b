import type { Size } from "../../shared/types.js";
import { u32be } from "../bytes.js";
import { asOrientation, type ReadStoredHeader } from "../format.js";
import { exifOrientation } from "../tiff/ifd.js";
import { CHUNK_FRAME_BYTES, CHUNK_HEAD_BYTES, headerChunks, MAX_EXIF_BYTES, soundContent } from "./chunks.js";

const ALPHA_BIT = 4;

/**
 * Everything that matters comes before the first IDAT: an `acTL` after it makes no animation (T25), and an `eXIf` after it is not
 * read by Chromium and Firefox, the two browsers that rotate a PNG by its `eXIf`. They use the first of several, and none with a
 * wrong checksum. EXIF in text chunks rotates nothing.
 */
export const readPng: ReadStoredHeader = async (reader) => {
  let size: Size | undefined;
  let alpha = false;
  let frameCount = 1;
  let exif: Uint8Array | undefined;
  for await (const chunk of headerChunks(reader)) {
    const { type, from, to } = chunk;
    const content = from + CHUNK_HEAD_BYTES;
    const bytes = to - from - CHUNK_FRAME_BYTES;
    if (type === "IHDR") {
      const header = await reader.read(content, 13);
      if (header.length < 13 || bytes !== 13) return undefined;
      size = { width: u32be(header, 0), height: u32be(header, 4) };
      alpha = ((header[9] ?? 0) & ALPHA_BIT) !== 0;
    } else if (type === "acTL") {
      frameCount = u32be(await reader.read(content, 4), 0);
    } else if (type === "tRNS") {
      alpha = true;
    } else if (type === "eXIf" && bytes <= MAX_EXIF_BYTES) {
      exif ??= (await soundContent(reader, chunk))?.slice();
    } else if (!size && type !== "CgBI") {
      // IHDR comes first, or second after the chunk that Apple's tools add for apps.
      return undefined;
    }
  }
  return (
    size && {
      ...size,
      orientation: asOrientation(exif && exifOrientation(exif)),
      frames: frameCount > 1 ? "many" : "one",
      alpha,
    }
  );
};
