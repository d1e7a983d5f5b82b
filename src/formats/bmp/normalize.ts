import { readBmpHeader } from "./header.js";
import { concat } from "../../shared/concat.js";
import type { Normalize } from "../piece.js";

const FILE_HEADER_BYTES = 14;
const INFO_HEADER_BYTES = 40;
const MASKS_BYTES = 12;
const MASKS = 3;

/**
 * The fourth byte of 32 bits means nothing if the header names no alpha (Windows, Chromium, Firefox); WebKit reads it as alpha as
 * soon as it is not 0 in one pixel. Masks for the three colours alone say that there is no alpha.
 */
export const normalizeBmp: Normalize = async (reader) => {
  const header = await readBmpHeader(reader);
  if (header?.headerBytes !== INFO_HEADER_BYTES || header.bitsPerPixel !== 32 || header.compression !== 0)
    return undefined;
  const head = (await reader.read(0, FILE_HEADER_BYTES + INFO_HEADER_BYTES)).slice(
    0,
    FILE_HEADER_BYTES + INFO_HEADER_BYTES,
  );
  const view = new DataView(head.buffer);
  view.setUint32(2, reader.size + MASKS_BYTES, true);
  view.setUint32(10, header.pixelsStart + MASKS_BYTES, true);
  view.setUint32(30, MASKS, true);
  const masks = Uint8Array.of(0, 0, 0xff, 0, 0, 0xff, 0, 0, 0xff, 0, 0, 0);
  return [concat([head, masks]), { from: head.length, to: reader.size }];
};
