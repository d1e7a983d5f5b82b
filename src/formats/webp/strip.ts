import { isSrgbProfile } from "../icc/known-profile.js";
import { startsWith } from "../bytes.js";
import { exifLabel } from "../exif/exif-label.js";
import { applicationData, assemble, type Stripped, type StripOptions } from "../stripped.js";
import { ALPHA_FLAG, ANIMATION_FLAG, EXTENDED_BYTES, PROFILE_FLAG } from "./header.js";
import { RIFF_HEADER_BYTES, riffChunksInMemory, riffEnd } from "./riff.js";

const PIXELS: ReadonlySet<string> = new Set(["VP8 ", "VP8L"]);

export function stripWebp(
  bytes: Uint8Array<ArrayBuffer>,
  { keepProfile = false }: StripOptions = {},
): Stripped | undefined {
  const fileEnd = riffEnd(bytes);
  if (fileEnd > bytes.length) return undefined;
  const header = bytes.slice(0, RIFF_HEADER_BYTES);
  const parts: Uint8Array[] = [header];
  const removed = new Set<string>();
  let extended: Uint8Array | undefined;
  let hasPixels = false;
  for (const { type, from, start, end } of riffChunksInMemory(bytes)) {
    if (end > fileEnd || type === "ANIM" || type === "ANMF") return undefined;
    const content = bytes.subarray(start, end);
    // Decoders refuse another length, and what else would be in it is unknown.
    if (type === "VP8X" && (from !== RIFF_HEADER_BYTES || content.length !== EXTENDED_BYTES || isAnimated(content)))
      return undefined;
    if (PIXELS.has(type) && !hasPixels) {
      parts.push(...padded(bytes.subarray(from, end)));
      hasPixels = true;
    } else if (type === "ALPH" && !hasPixels) {
      parts.push(...padded(bytes.subarray(from, end)));
    } else if (type === "VP8X") {
      extended = withAlphaFlagOnly(bytes.slice(from, end));
      parts.push(extended);
    } else if (type === "ICCP" && isSrgbProfile(content)) {
      removed.add("ICC profile (sRGB)");
    } else if (type === "ICCP") {
      // A profile counts only before the pixels, and only if the header announces it.
      if (!keepProfile || !extended || hasPixels) return undefined;
      extended[8] = (extended[8] ?? 0) | PROFILE_FLAG;
      parts.push(...padded(bytes.subarray(from, end)));
    } else {
      removed.add(labelOf(type, content));
    }
  }
  if (!hasPixels) return undefined;
  if (fileEnd < bytes.length) removed.add("trailing data");
  setLength(header, parts);
  return assemble(bytes, parts, removed);
}

const isAnimated = (extended: Uint8Array): boolean => ((extended[0] ?? 0) & ANIMATION_FLAG) !== 0;

/** Chunks begin at even offsets. */
const padded = (chunk: Uint8Array): Uint8Array[] => (chunk.length & 1 ? [chunk, new Uint8Array(1)] : [chunk]);

/** The first byte after length and type says which chunks there are; only alpha is left. */
function withAlphaFlagOnly(chunk: Uint8Array): Uint8Array {
  chunk[8] = (chunk[8] ?? 0) & ALPHA_FLAG;
  return chunk;
}

function setLength(header: Uint8Array, parts: readonly Uint8Array[]): void {
  const bytes = parts.reduce((total, part) => total + part.length, 0) - 8;
  for (let n = 0; n < 4; n++) header[4 + n] = bytes >>> (8 * n);
}

function labelOf(type: string, content: Uint8Array): string {
  // Some writers put JPEG's EXIF prefix in front.
  if (type === "EXIF") return exifLabel(startsWith(content, "Exif\0") ? content.subarray(6) : content);
  return type === "XMP " ? "XMP" : applicationData(type);
}
