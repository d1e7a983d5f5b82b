import { startsWith } from "../bytes.js";
import { exifLabel } from "../exif/exif-label.js";
import { CHECKSUM_BYTES, CHUNK_HEAD_BYTES, chunksInMemory, SIGNATURE_BYTES } from "./chunks.js";
import { applicationData, assemble, type Stripped, type StripOptions } from "../stripped.js";

const CRITICAL: ReadonlySet<string> = new Set(["IHDR", "PLTE", "IDAT", "IEND"]);
/** These change the pixels that a browser shows. `bKGD`, `sBIT` and `pHYs` do not. */
const KEPT: ReadonlySet<string> = new Set(["tRNS", "sRGB"]);
/** Gamma and primaries, which count only if neither `sRGB` nor a profile overrides them. */
const COLOUR: ReadonlySet<string> = new Set(["gAMA", "cHRM"]);
/** `acTL`: an animation. `cICP`: a colour space as a code, of HDR mostly. Neither survives plain removal. */
const REFUSED: ReadonlySet<string> = new Set(["acTL", "cICP"]);

const LABELS: Readonly<Record<string, string>> = {
  iTXt: "text",
  tEXt: "text",
  zTXt: "text",
  tIME: "modification time",
  pHYs: "resolution",
  bKGD: "background colour",
};

const UPPERCASE_BIT = 0x20;

export function stripPng(
  bytes: Uint8Array<ArrayBuffer>,
  { keepProfile = false }: StripOptions = {},
): Stripped | undefined {
  const parts: Uint8Array[] = [bytes.subarray(0, SIGNATURE_BYTES)];
  const colourParts = new Set<Uint8Array>();
  const removed = new Set<string>();
  const seen = new Set<string>();
  for (const { type, from, to } of chunksInMemory(bytes, SIGNATURE_BYTES)) {
    if (to > bytes.length || REFUSED.has(type)) return undefined;
    if ((from === SIGNATURE_BYTES) !== (type === "IHDR")) return undefined;
    const part = bytes.subarray(from, to);
    const content = part.subarray(CHUNK_HEAD_BYTES, part.length - CHECKSUM_BYTES);
    const isCritical = ((part[4] ?? 0) & UPPERCASE_BIT) === 0;
    if (isCritical && !CRITICAL.has(type)) return undefined;
    // The profile is compressed, and inflating is asynchronous, so its name decides.
    const isOtherProfile = type === "iCCP" && !startsWith(content, "sRGB");
    if (isOtherProfile && !keepProfile) return undefined;
    if (isCritical || KEPT.has(type) || COLOUR.has(type) || isOtherProfile) parts.push(part);
    else removed.add(labelOf(type, content));
    if (COLOUR.has(type)) colourParts.add(part);
    seen.add(type);
    if (type !== "IEND") continue;
    if (to < bytes.length) removed.add("trailing data");
    break;
  }
  if (!seen.has("IDAT") || !seen.has("IEND")) return undefined;
  // Without the profile that overrode them, gamma and primaries would begin to count. A PNG with none of these is sRGB.
  const kept = seen.has("iCCP") ? parts.filter((part) => !colourParts.has(part)) : parts;
  return assemble(bytes, kept, removed);
}

function labelOf(type: string, content: Uint8Array): string {
  if (type === "eXIf") return exifLabel(content);
  if (type === "iCCP") return "ICC profile (sRGB)";
  if (startsWith(content, "XML:com.adobe.xmp\0")) return "XMP";
  if (startsWith(content, "Raw profile type exif") || startsWith(content, "Raw profile type APP1")) return "EXIF";
  return LABELS[type] ?? applicationData(type);
}
