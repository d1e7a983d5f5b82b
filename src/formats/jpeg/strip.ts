import { isSrgbProfile } from "../icc/known-profile.js";
import { concat } from "../../shared/concat.js";
import { EOI, isSof, segmentsInMemory, SOS } from "./markers.js";
import { isJpegMetadata, judgeSegment } from "./strip-segments.js";
import { assemble, type Stripped, type StripOptions } from "../stripped.js";

/** Tables and the like: DHT, DAC, DQT, DNL, DRI, DHP, EXP. Any other marker is unknown, and decoders refuse it. */
const TABLE_MARKERS: ReadonlySet<number> = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd, 0xde, 0xdf]);

/** Baseline, extended, progressive: the Huffman-coded kinds that every decoder knows. */
const COMMON_FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

/**
 * "ICC_PROFILE\0" and two numbers: which piece this is, of how many. Writers put them in order; in another order the profile is
 * not sRGB.
 */
const ICC_PREFIX_BYTES = 14;

/** Keeps what decoding needs: frames, tables, scans, JFIF and Adobe (which tell the colour space); ends at the main picture's EOI. */
export function stripJpeg(
  bytes: Uint8Array<ArrayBuffer>,
  { keepProfile = false }: StripOptions = {},
): Stripped | undefined {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  const removed = new Set<string>();
  const profile: Uint8Array[] = [];
  const profileParts = new Set<Uint8Array>();
  let hasFrame = false;
  let hasScan = false;
  for (const segment of segmentsInMemory(bytes)) {
    if (!segment) return undefined;
    const { marker, from, start, end, to } = segment;
    if (segment.isAfterStrayBytes) removed.add("stray bytes");
    if (marker === EOI) {
      if (!hasScan) return undefined;
      parts.push(bytes.subarray(from, to));
      if (to < bytes.length) removed.add("trailing data");
      break;
    }
    const payload = bytes.subarray(start, end);
    if (isJpegMetadata(marker)) {
      const verdict = judgeSegment(marker, payload);
      if (verdict.kept) parts.push(verdict.kept);
      if (verdict.removed) removed.add(verdict.removed);
      if (verdict.isProfile) {
        const part = bytes.subarray(from, end);
        parts.push(part);
        profileParts.add(part);
        profile.push(payload.subarray(ICC_PREFIX_BYTES));
      }
      continue;
    }
    if (marker === SOS) {
      if (!hasFrame) return undefined;
      hasScan = true;
    } else if (isSof(marker)) {
      // Arithmetic, lossless, hierarchical, 12 bits: an endpoint may not decode these even if a browser does.
      if (!COMMON_FRAMES.has(marker) || payload[0] !== 8) return undefined;
      // CMYK or YCCK: each reader converts it differently, so it has to be converted here.
      if ((payload[5] ?? 0) > 3) return undefined;
      hasFrame = true;
    } else if (!TABLE_MARKERS.has(marker)) {
      return undefined;
    }
    parts.push(bytes.subarray(from, to));
  }
  if (profile.length === 0) return assemble(bytes, parts, removed);
  const isSrgb = isSrgbProfile(concat(profile));
  if (!isSrgb && !keepProfile) return undefined;
  if (isSrgb) removed.add("ICC profile (sRGB)");
  return assemble(bytes, isSrgb ? parts.filter((part) => !profileParts.has(part)) : parts, removed);
}
