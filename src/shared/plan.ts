/** Decides whether to keep or encode the original, and at what size. Pure, on numbers alone. */
import { base64Length } from "./base64.js";
import { boxFor, fits, fitWithin } from "./fit.js";
import { isSentMediaType } from "./media-types.js";
import type { PrepareSettings } from "./settings.js";
import type { ImageHeader, Size } from "./types.js";

export interface Plan {
  /** Upright size of what is sent. */
  target: Size;
  /**
   * `always`: send the file itself, only its metadata stripped; `if-smaller`: send it when encoding makes it no smaller; `never`:
   * the original does not fit, is rotated or animated, or is of a type that must be converted.
   */
  keep: "always" | "if-smaller" | "never";
  /** The original's size was found by decoding, not read from the header. */
  isSizeDecoded?: boolean;
}

export function planImage(header: ImageHeader, settings: PrepareSettings): Plan {
  const box = boxFor(header, settings.box);
  const target = header.width === 0 ? box : fitWithin(header, box);
  return { target, keep: keepRule(header, settings, box) };
}

function keepRule(header: ImageHeader, settings: PrepareSettings, box: Size): Plan["keep"] {
  const { mediaType } = header;
  if (!fits(header, box) || header.width === 0 || header.orientation !== 1) return "never";
  if (Math.min(header.width, header.height) < settings.takes.minEdgePx) return "never";
  if (!isSentMediaType(mediaType) || base64Length(header.bytes) > settings.limits.maxImageBytes) return "never";
  if (mediaType === settings.mediaType && mediaType === "image/jpeg") return "always";
  // In a JPEG file a second picture comes after the first and is dropped; in other formats it is part of the stream.
  if (header.frames === "many" && mediaType !== "image/jpeg") return "never";
  return settings.sendable?.includes(mediaType) === true ? "if-smaller" : "never";
}

/** The size to pad a picture to if a side is shorter than the endpoint takes; `undefined`: no padding is needed. */
export function paddedSizeFor({ width, height }: Size, minEdgePx: number): Size | undefined {
  return Math.min(width, height) < minEdgePx
    ? { width: Math.max(width, minEdgePx), height: Math.max(height, minEdgePx) }
    : undefined;
}
