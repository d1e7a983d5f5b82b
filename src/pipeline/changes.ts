/** What was done to a picture, in words and figures: the log that a person reads when a result surprises. */
import { quoteBytes, quoteSize } from "../shared/format-figures.js";
import { formatName } from "../shared/media-types.js";
import type { DecodeFacts } from "../pixels/encode-job.js";
import type { Normalized } from "./stages.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { Change, ImageHeader, SentMediaType, Size } from "../shared/types.js";

/** `kept`: why the original itself is sent. */
export function keptChanges(removed: readonly string[], kept: Change): Change[] {
  if (removed.length === 0) return [kept];
  return [
    kept,
    { code: "metadata-stripped", removed, reason: `Removed without touching a pixel: ${removed.join(", ")}.` },
  ];
}

export function keptBecauseItFits({ width, height }: Size): Change {
  const reason = `Already upright and within the box at ${width}x${height}; encoding it again would only cost quality.`;
  return { code: "kept-original", because: "fits", width, height, reason };
}

export function keptBecauseSmaller({ mediaType, bytes }: ImageHeader, encodedBytes: number): Change {
  const reason = `${formatName(mediaType)} of ${quoteBytes(bytes)} is smaller than encoding it again (${quoteBytes(encodedBytes)}).`;
  return { code: "kept-original", because: "smaller", mediaType, bytes, encodedBytes, reason };
}

/** `detail` is a sentence: what the browser could not do. */
export function keptBecauseUnwritable({ mediaType, bytes, width, height }: ImageHeader, detail: string): Change {
  const reason = `${detail} Instead the original is sent, not downsized: ${formatName(mediaType)}, ${width}x${height}, ${quoteBytes(bytes)}.`;
  return { code: "kept-original", because: "unwritable", mediaType, width, height, bytes, detail, reason };
}

/** What had to be done before the picture could be given to a decoder. */
export function normalizedChanges({
  by,
  truncated,
  originalHeader: { mediaType },
}: Pick<Normalized, "by" | "truncated" | "originalHeader">): Change[] {
  const format = formatName(mediaType);
  const changes: Change[] = [];
  if (by === "app")
    changes.push({ code: "decoded-by-plugin", mediaType, reason: `${format} was decoded by an added decoder.` });
  if (truncated) {
    const reason = `The ${format} file ends early: ${truncated.why}. What could be seen of it is sent; the rest is blank.`;
    changes.push({ code: "truncated", mediaType, detail: truncated.why, reason });
  }
  return changes;
}

/** Not a reason to reject the image: the question may be about that colour. */
export function oneColourChanges({ isOneColour }: DecodeFacts): Change[] {
  return isOneColour
    ? [
        {
          code: "one-colour",
          reason: "All of the picture has one and the same colour: nothing else can be seen in it.",
        },
      ]
    : [];
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
  const { background } = settings;
  const { orientation } = header;
  const changes: Change[] = [];
  if (orientation !== 1) {
    changes.push({
      code: "rotated",
      orientation,
      reason: `EXIF orientation ${orientation} is baked into the pixels: not every model reads it.`,
    });
  }
  if (picture.width !== header.width || picture.height !== header.height) {
    const [from, to, box] = [sizeOf(header), sizeOf(picture), sizeOf(settings.box)];
    const scaled = `${quoteSize(from)} scaled to ${quoteSize(to)}`;
    if (squeezed)
      changes.push({ code: "resized", from, to, because: "bytes", reason: `${scaled} to stay under the byte limit.` });
    else
      changes.push({ code: "resized", from, to, because: "box", box, reason: `${scaled} to fit ${quoteSize(box)}.` });
  }
  if (sent.width !== picture.width || sent.height !== picture.height) {
    const [from, to, { minEdgePx }] = [sizeOf(picture), sizeOf(sent), settings.takes];
    const reason = `${quoteSize(from)} is centred on ${quoteSize(to)} of ${background}: the endpoint takes no side under ${minEdgePx} pixels.`;
    changes.push({ code: "padded", from, to, background, minEdgePx, reason });
  }
  const frame = frameIndex + 1;
  if (frame > 1)
    changes.push({
      code: "first-frame",
      frame,
      reason: `The animation begins with one colour only; frame ${frame}, the first that shows something, is sent.`,
    });
  else if (header.frames === "many")
    changes.push({
      code: "first-frame",
      frame,
      reason: "The file holds several pictures or an animation; the first one is sent.",
    });
  changes.push(...oneColourChanges(facts));
  if (sent.alpha && sent.mediaType === "image/jpeg") {
    changes.push({
      code: "flattened",
      background,
      reason: `Transparent pixels are laid on ${background}: JPEG has no transparency.`,
    });
  }
  const [from, to] = [header.mediaType, sent.mediaType];
  if (byApp) {
    const rotated = isTurnedHere
      ? " It left the rotation to EXIF, so it was rotated upright here and encoded once more."
      : "";
    changes.push({
      code: "compressed-by-app",
      to,
      isRotatedHere: isTurnedHere,
      reason: `The app's own compressor made this ${formatName(to)}.${rotated}`,
    });
  } else {
    const [atQuality, figure] = isLossy(to) ? [` at quality ${quality}`, { quality }] : ["", {}];
    changes.push({
      code: "reencoded",
      from,
      to,
      ...figure,
      reason: `${formatName(from)} to ${formatName(to)}${atQuality}; no metadata is carried over.`,
    });
  }
  if (quality < settings.quality) {
    const reason = `Quality ${settings.quality} lowered to ${quality} to stay under the byte limit.`;
    changes.push({ code: "quality-lowered", from: settings.quality, to: quality, reason });
  }
  return changes;
}

/** Nothing but the size: changes are plain data. */
function sizeOf({ width, height }: Size): Size {
  return { width, height };
}

function isLossy(mediaType: SentMediaType): boolean {
  return mediaType === "image/jpeg" || mediaType === "image/webp";
}
