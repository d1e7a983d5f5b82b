import { fourCc, type Signature, startsWith, u16le, u24le, u32le } from "../bytes.js";
import type { FormatReader } from "../format-reader.js";

const ANIMATION_FLAG = 0x02;
const ALPHA_FLAG = 0x10;
/** The longest of the three headers ends here. */
const HEADER_BYTES = 30;
/** Of a lossy picture's key frame. */
const START_CODE: Signature = [0x9d, 0x01, 0x2a];

/**
 * The three kinds: VP8 (lossy), VP8L (lossless), VP8X (extended: alpha, animation, metadata). Orientation is always 1:
 * no browser turns a WebP by its EXIF.
 */
export const readWebp: FormatReader = async (reader) => {
  const bytes = await reader.read(0, HEADER_BYTES);
  if (bytes.length < 25) return undefined;
  const kind = fourCc(bytes, 12);
  if (kind === "VP8X" && bytes.length >= HEADER_BYTES) {
    const flags = bytes[20] ?? 0;
    const frames = flags & ANIMATION_FLAG ? "many" : "one";
    const alpha = (flags & ALPHA_FLAG) !== 0;
    return { width: u24le(bytes, 24) + 1, height: u24le(bytes, 27) + 1, orientation: 1, frames, alpha };
  }
  if (kind === "VP8L" && bytes[20] === 0x2f) {
    const bits = u32le(bytes, 21);
    const alpha = ((bits >>> 28) & 1) === 1;
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1, orientation: 1, frames: "one", alpha };
  }
  // The two highest bits of each side ask for scaling, which no decoder does.
  if (kind === "VP8 " && startsWith(bytes, START_CODE, 23) && bytes.length >= HEADER_BYTES) {
    const size = { width: u16le(bytes, 26) & 0x3fff, height: u16le(bytes, 28) & 0x3fff };
    return { ...size, orientation: 1, frames: "one", alpha: false };
  }
  return undefined;
};
