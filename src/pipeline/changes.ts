/** What was done to a picture, in words: the log a person reads when a result surprises (M11). */
import { quoteBytes, quoteSize } from "../shared/format-figures.js";
import { formatName } from "../shared/media-types.js";
import type { DecodeFacts } from "../pixels/encode-job.js";
import type { Normalized } from "./stages.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { Change, ImageHeader, SentMediaType, Size } from "../shared/types.js";

export function keptChanges(removed: readonly string[], reason: string): Change[] {
  const kept: Change = { code: "kept-original", reason };
  if (removed.length === 0) return [kept];
  return [kept, { code: "metadata-stripped", reason: `Cut out without touching a pixel: ${removed.join(", ")}.` }];
}

export function keptBecauseItFits({ width, height }: Size): string {
  return `Already upright and within the box at ${width}x${height}; encoding it again would only cost quality.`;
}

export function keptBecauseSmaller(header: ImageHeader, encodedBytes: number): string {
  return `${formatName(header.mediaType)} of ${quoteBytes(header.bytes)} is smaller than encoding it again (${quoteBytes(encodedBytes)}).`;
}

/** `why` is a sentence: what the browser could not do. */
export function keptBecauseUnwritable(header: ImageHeader, why: string): string {
  return `${why} Instead the original is sent, not downsized: ${formatName(header.mediaType)}, ${quoteSize(header)}, ${quoteBytes(header.bytes)}.`;
}

/** What had to be done before the picture could be given to a decoder. */
export function normalizedChanges({ by, truncated, originalHeader: { mediaType } }: Pick<Normalized, "by" | "truncated" | "originalHeader">): Change[] {
  const format = formatName(mediaType);
  const changes: Change[] = [];
  if (by === "app") changes.push({ code: "decoded-by-plugin", reason: `${format} was decoded by an added decoder.` });
  if (truncated) changes.push({ code: "truncated", reason: `The ${format} file is cut off: ${truncated.why}. What could be seen of it is sent; the rest is blank.` });
  return changes;
}

/** Not a reason to reject the image: the question may be about that colour. */
export function oneColourChanges({ isOneColour }: DecodeFacts): Change[] {
  return isOneColour ? [{ code: "one-colour", reason: "All of the picture has one and the same colour: nothing else can be seen in it." }] : [];
}

export interface EncodedFacts extends DecodeFacts {
  header: ImageHeader;
  settings: PrepareSettings;
  sent: Size & { mediaType: SentMediaType; alpha: boolean };
  /** Size of the picture without padding. */
  picture: Size;
  /** Which frame of an animation this is. @default 0 */
  frameIndex?: number;
  quality: number;
  /** True when a byte limit, not the box, decided quality or size. */
  squeezed: boolean;
  byApp: boolean;
  /** What the app made was turned by us. */
  isTurnedHere?: boolean;
}

export function encodedChanges(facts: EncodedFacts): Change[] {
  const { header, settings, sent, picture, frameIndex = 0, quality, squeezed, byApp, isTurnedHere = false } = facts;
  const changes: Change[] = [];
  const add = (code: Change["code"], reason: string) => changes.push({ code, reason });
  if (header.orientation !== 1) add("rotated", `EXIF orientation ${header.orientation} is baked into the pixels: not every model reads it.`);
  if (picture.width !== header.width || picture.height !== header.height) {
    const wall = squeezed ? "to stay under the byte limit" : `to fit ${quoteSize(settings.box)}`;
    add("resized", `${quoteSize(header)} scaled to ${quoteSize(picture)} ${wall}.`);
  }
  if (sent.width !== picture.width || sent.height !== picture.height) {
    const least = settings.takes.minEdgePx;
    add("padded", `${quoteSize(picture)} is centred on ${quoteSize(sent)} of ${settings.background}: the endpoint takes no side under ${least} pixels.`);
  }
  if (frameIndex > 0) add("first-frame", `The animation begins with one colour only; frame ${frameIndex + 1}, the first that shows something, is sent.`);
  else if (header.frames === "many") add("first-frame", "The file holds several pictures or an animation; the first one is sent.");
  changes.push(...oneColourChanges(facts));
  if (sent.alpha && sent.mediaType === "image/jpeg") add("flattened", `Transparent pixels are laid on ${settings.background}: JPEG has no transparency.`);
  const to = formatName(sent.mediaType);
  const turned = isTurnedHere ? " It left the turn to EXIF, so it was turned upright here and encoded once more." : "";
  if (byApp) add("compressed-by-app", `The app's own compressor made this ${to}.${turned}`);
  else add("reencoded", `${formatName(header.mediaType)} to ${to}${lossy(sent.mediaType) ? ` at quality ${quality}` : ""}; no metadata is carried over.`);
  if (quality < settings.quality) add("quality-lowered", `Quality ${settings.quality} lowered to ${quality} to stay under the byte limit.`);
  return changes;
}

function lossy(mediaType: SentMediaType): boolean {
  return mediaType === "image/jpeg" || mediaType === "image/webp";
}
