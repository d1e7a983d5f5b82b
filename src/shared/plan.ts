/** Keep or encode, and at what size: numbers in, numbers out. Pixels come later. */
import { base64Length } from "./base64.js";
import { boxFor, fits, fitWithin } from "./fit.js";
import { quoteSize } from "./format-figures.js";
import { FORMAT_NAMES, isSentMediaType } from "./media-types.js";
import type { PrepareSettings } from "./settings.js";
import type { ImageHeader, Size } from "./types.js";

export interface Plan {
  /** Upright size of what is sent. */
  target: Size;
  /**
   * `always`: send the file itself, only its metadata cut out; `if-smaller`: send it when encoding makes it no smaller;
   * `never`: it does not fit, is turned, moves, or is of a type that must be converted.
   */
  keep: "always" | "if-smaller" | "never";
  /** The size it starts from was decoded, not read from the header. */
  proven?: boolean;
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
  // A second picture in a JPEG file lies behind the first and is cut off; in other formats it is part of the stream.
  if (header.frames === "many" && mediaType !== "image/jpeg") return "never";
  return settings.sendable?.includes(mediaType) === true ? "if-smaller" : "never";
}

/**
 * What stands against sending the file itself, larger than the box, where the browser cannot make it smaller; `undefined`:
 * nothing but perhaps its bytes, which are counted once its metadata is cut.
 */
export function whyNotAsItIs(header: ImageHeader, { sendable, takes }: PrepareSettings): string | undefined {
  const { mediaType, width, height, orientation, frames } = header;
  const format = FORMAT_NAMES[mediaType];
  if (sendable === undefined) return "no endpoint is named that would take it";
  if (!isSentMediaType(mediaType) || !sendable.includes(mediaType)) return `the endpoint does not take ${format}`;
  if (orientation !== 1) return `it would be seen turned, since its EXIF orientation ${orientation} is cut out with its metadata`;
  if (frames === "many" && mediaType !== "image/jpeg") return `the ${format} holds several pictures`;
  if (Math.max(width, height) > takes.maxEdgePx) return `it is ${quoteSize(header)}; the endpoint takes ${takes.maxEdgePx} pixels a side`;
  if (takes.maxPixels !== undefined && width * height > takes.maxPixels) {
    return `it is ${quoteSize(header)}, ${width * height} pixels; the endpoint takes ${takes.maxPixels}`;
  }
  const { count, edgePx } = takes.maxPatches ?? { count: Number.POSITIVE_INFINITY, edgePx: 1 };
  const patches = Math.ceil(width / edgePx) * Math.ceil(height / edgePx);
  if (patches > count) return `it is ${quoteSize(header)}, ${patches} squares of ${edgePx} pixels; the endpoint takes ${count}`;
  return undefined;
}

/** What a picture is put in the middle of where a side is shorter than the endpoint takes; `undefined`: none is. */
export function groundFor({ width, height }: Size, minEdgePx: number): Size | undefined {
  return Math.min(width, height) < minEdgePx ? { width: Math.max(width, minEdgePx), height: Math.max(height, minEdgePx) } : undefined;
}

/** One way of making an image smaller when it is over its byte limit. `scale` is a fraction of the planned sides. */
export interface Attempt {
  quality: number;
  scale: number;
}

/** Quality goes first, since it costs the reader least; below 0.4 blocks show more than fewer pixels would. */
const SMALLER: readonly Attempt[] = [
  { quality: 0.75, scale: 1 },
  { quality: 0.6, scale: 1 },
  { quality: 0.45, scale: 1 },
  { quality: 0.45, scale: 0.7 },
  { quality: 0.45, scale: 0.5 },
];

/** The planned encode, then ever smaller ones. Lossless PNG has no quality to lower, only sides. */
export function attemptsFor(settings: PrepareSettings): readonly [Attempt, ...Attempt[]] {
  const planned = { quality: settings.quality, scale: 1 };
  const lossless = settings.mediaType === "image/png";
  return [planned, ...SMALLER.filter(({ quality, scale }) => (lossless ? scale < 1 : quality < settings.quality))];
}

export function scaleBy({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
