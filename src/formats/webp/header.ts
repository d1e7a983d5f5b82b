import { readExactly } from "../byte-reader.js";
import { type Signature, startsWith, u16le, u24le, u32le } from "../bytes.js";
import type { ReadStoredHeader } from "../format.js";
import { riffChunks } from "./riff.js";

/** Flags of an extended header. */
export const ANIMATION_FLAG = 0x02;
export const ALPHA_FLAG = 0x10;
export const PROFILE_FLAG = 0x20;
export const EXTENDED_BYTES = 10;

/** Header of a lossless picture: a signature byte and four of size and alpha. */
const LOSSLESS_BYTES = 5;
const LOSSLESS_SIGNATURE = 0x2f;
/** Header of a lossy picture's key frame: a tag, the start code, the size. */
export const KEY_FRAME_BYTES = 10;
const START_CODE: Signature = [0x9d, 0x01, 0x2a];

/** The two highest bits of each side ask for scaling, which no decoder does. */
export const keyFrameSize = (frame: Uint8Array) => ({
  width: u16le(frame, 6) & 0x3fff,
  height: u16le(frame, 8) & 0x3fff,
});

/**
 * The first chunk decides: VP8 (lossy), VP8L (lossless), VP8X (extended: alpha, animation, metadata). Orientation is always 1: no
 * browser rotates a WebP by its EXIF.
 */
export const readWebp: ReadStoredHeader = async (reader) => {
  for await (const { type, start } of riffChunks(reader)) {
    const bytes = await readExactly(reader, start, EXTENDED_BYTES);
    if (type === "VP8X" && bytes.length === EXTENDED_BYTES) {
      const flags = bytes[0] ?? 0;
      const frames = flags & ANIMATION_FLAG ? "many" : "one";
      return {
        width: u24le(bytes, 4) + 1,
        height: u24le(bytes, 7) + 1,
        orientation: 1,
        frames,
        alpha: (flags & ALPHA_FLAG) !== 0,
      };
    }
    if (type === "VP8L" && bytes.length >= LOSSLESS_BYTES && bytes[0] === LOSSLESS_SIGNATURE) {
      const bits = u32le(bytes, 1);
      const alpha = ((bits >>> 28) & 1) === 1;
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, orientation: 1, frames: "one", alpha };
    }
    if (type === "VP8 " && bytes.length === KEY_FRAME_BYTES && startsWith(bytes, START_CODE, 3)) {
      return { ...keyFrameSize(bytes), orientation: 1, frames: "one", alpha: false };
    }
    return undefined;
  }
  return undefined;
};
