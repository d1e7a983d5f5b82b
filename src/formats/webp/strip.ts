import { isSrgbProfile } from "../icc/known-profile.js";
import { fourCc, startsWith, u32le } from "../bytes.js";
import { exifLabel } from "../exif/exif-label.js";
import { applicationData, assemble, type Stripped, type StripOptions } from "../stripped.js";

const PIXELS: ReadonlySet<string> = new Set(["VP8 ", "VP8L"]);
const ANIMATION_FLAG = 0x02;
const ALPHA_FLAG = 0x10;
const PROFILE_FLAG = 0x20;
const RIFF_HEADER_BYTES = 12;
const EXTENDED_BYTES = 10;

export function stripWebp(bytes: Uint8Array<ArrayBuffer>, { keepProfile = false }: StripOptions = {}): Stripped | undefined {
  const riffEnd = u32le(bytes, 4) + 8;
  if (riffEnd > bytes.length) return undefined;
  const header = bytes.slice(0, RIFF_HEADER_BYTES);
  const parts: Uint8Array[] = [header];
  const removed = new Set<string>();
  let extended: Uint8Array | undefined;
  let hasPixels = false;
  let at = RIFF_HEADER_BYTES;
  while (at + 8 <= riffEnd) {
    const type = fourCc(bytes, at);
    const length = u32le(bytes, at + 4);
    const end = at + 8 + length;
    if (end > riffEnd || type === "ANIM" || type === "ANMF") return undefined;
    const content = bytes.subarray(at + 8, end);
    // Of another length decoders refuse it, and what it holds besides is not known.
    if (type === "VP8X" && (at !== RIFF_HEADER_BYTES || length !== EXTENDED_BYTES || isAnimated(content))) return undefined;
    if (PIXELS.has(type) && !hasPixels) {
      parts.push(...padded(bytes.subarray(at, end)));
      hasPixels = true;
    } else if (type === "ALPH" && !hasPixels) {
      parts.push(...padded(bytes.subarray(at, end)));
    } else if (type === "VP8X") {
      extended = withAlphaFlagOnly(bytes.slice(at, end));
      parts.push(extended);
    } else if (type === "ICCP" && isSrgbProfile(content)) {
      removed.add("ICC profile (sRGB)");
    } else if (type === "ICCP") {
      // Only there, and announced, it counts.
      if (!keepProfile || !extended || hasPixels) return undefined;
      extended[8] = (extended[8] ?? 0) | PROFILE_FLAG;
      parts.push(...padded(bytes.subarray(at, end)));
    } else {
      removed.add(labelOf(type, content));
    }
    at = end + (length & 1);
  }
  if (!hasPixels) return undefined;
  if (riffEnd < bytes.length) removed.add("trailing data");
  setLength(header, parts);
  return assemble(bytes, parts, removed);
}

const isAnimated = (extended: Uint8Array): boolean => ((extended[0] ?? 0) & ANIMATION_FLAG) !== 0;

/** Chunks begin at even places. */
const padded = (chunk: Uint8Array): Uint8Array[] => (chunk.length & 1 ? [chunk, new Uint8Array(1)] : [chunk]);

/** The first byte behind type and length says what chunks there are; only alpha is left. */
function withAlphaFlagOnly(chunk: Uint8Array): Uint8Array {
  chunk[8] = (chunk[8] ?? 0) & ALPHA_FLAG;
  return chunk;
}

function setLength(header: Uint8Array, parts: readonly Uint8Array[]): void {
  const bytes = parts.reduce((total, part) => total + part.length, 0) - 8;
  for (let n = 0; n < 4; n++) header[4 + n] = bytes >>> (8 * n);
}

function labelOf(type: string, content: Uint8Array): string {
  // Some writers put the prefix of JPEG's EXIF in front.
  if (type === "EXIF") return exifLabel(startsWith(content, "Exif\0") ? content.subarray(6) : content);
  return type === "XMP " ? "XMP" : applicationData(type);
}
