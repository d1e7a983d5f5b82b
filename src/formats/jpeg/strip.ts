import { isSrgbProfile } from "../icc/known-profile.js";
import { concat, u16be } from "../bytes.js";
import { EOI, findMarker, findScanEnd, isSof, isStandalone, SOS } from "./markers.js";
import { isJpegMetadata, judgeSegment } from "./strip-segments.js";
import { assemble, type Stripped, type StripOptions } from "../stripped.js";

/** Tables and their kin: DHT, DAC, DQT, DNL, DRI, DHP, EXP. Any other marker is unknown, and decoders refuse it. */
const TABLE_MARKERS: ReadonlySet<number> = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd, 0xde, 0xdf]);

/** Baseline, extended, progressive: the Huffman-coded kinds that every decoder knows. */
const COMMON_FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

/** "ICC_PROFILE\0" and two numbers: which piece this is, of how many. Writers put them in order; else it is no sRGB. */
const ICC_PREFIX_BYTES = 14;

/** Keeps what decoding needs: frames, tables, scans, JFIF and Adobe (which tell the colour space); ends at the main picture's EOI. */
export function stripJpeg(bytes: Uint8Array<ArrayBuffer>, { keepProfile = false }: StripOptions = {}): Stripped | undefined {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  const removed = new Set<string>();
  const profile: Uint8Array[] = [];
  const profileParts = new Set<Uint8Array>();
  let hasFrame = false;
  let hasScan = false;
  let at = 2;
  for (;;) {
    const code = findMarker(bytes, at);
    const marker = bytes[code] ?? 0;
    if (code === -1) return undefined;
    if (code - at > 1) removed.add("stray bytes");
    if (marker === EOI) {
      if (!hasScan) return undefined;
      parts.push(bytes.subarray(code - 1, code + 1));
      if (code + 1 < bytes.length) removed.add("trailing data");
      break;
    }
    const end = code + 1 + u16be(bytes, code + 1);
    if (isStandalone(marker) || end > bytes.length || end < code + 3) return undefined;
    const payload = bytes.subarray(code + 3, end);
    at = end;
    if (isJpegMetadata(marker)) {
      const verdict = judgeSegment(marker, payload);
      if (verdict.kept) parts.push(verdict.kept);
      if (verdict.removed) removed.add(verdict.removed);
      if (verdict.isProfile) {
        const part = bytes.subarray(code - 1, end);
        parts.push(part);
        profileParts.add(part);
        profile.push(payload.subarray(ICC_PREFIX_BYTES));
      }
      continue;
    }
    if (marker === SOS) {
      if (!hasFrame) return undefined;
      hasScan = true;
      const next = findScanEnd(bytes, end);
      at = next === -1 ? bytes.length : next - 1;
    } else if (isSof(marker)) {
      // Arithmetic, lossless, hierarchical, 12 bits: what one browser decodes, the endpoint need not.
      if (!COMMON_FRAMES.has(marker) || payload[0] !== 8) return undefined;
      // CMYK or YCCK: whoever reads it converts in his own way, so the colours must be settled here.
      if ((payload[5] ?? 0) > 3) return undefined;
      hasFrame = true;
    } else if (!TABLE_MARKERS.has(marker)) {
      return undefined;
    }
    parts.push(bytes.subarray(code - 1, at));
  }
  if (profile.length === 0) return assemble(bytes, parts, removed);
  const isSrgb = isSrgbProfile(concat(profile));
  if (!isSrgb && !keepProfile) return undefined;
  if (isSrgb) removed.add("ICC profile (sRGB)");
  return assemble(bytes, isSrgb ? parts.filter((part) => !profileParts.has(part)) : parts, removed);
}
