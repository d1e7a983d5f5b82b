/** The log of changes to a picture, in words and figures. */
import { DEFAULT_BACKGROUND } from "../shared/defaults.js";
import { quoteBytes, quoteBytesOver, quoteSize } from "../shared/format-figures.js";
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
    { code: "metadata-stripped", removed, reason: `Removed without changing a pixel: ${removed.join(", ")}.` },
  ];
}

export function keptBecauseItFits({ width, height }: Size): Change {
  const reason = `Sent as it is: ${quoteSize({ width, height })} is small enough, and saving it again would cost quality.`;
  return { code: "kept-original", because: "fits", width, height, reason };
}

export function keptBecauseSmaller({ mediaType, bytes }: ImageHeader, encodedBytes: number): Change {
  const [again, original] = quoteBytesOver(encodedBytes, bytes);
  const reason = `Sent as it is: this ${formatName(mediaType)} has ${original}; saved again it would have ${again}.`;
  return { code: "kept-original", because: "smaller", mediaType, bytes, encodedBytes, reason };
}

/** `detail` is a sentence: what the browser could not do. */
export function keptBecauseUnwritable({ mediaType, bytes, width, height }: ImageHeader, detail: string): Change {
  const reason = `${detail} The original is sent instead, not resized: ${formatName(mediaType)}, ${quoteSize({ width, height })}, ${quoteBytes(bytes)}.`;
  return { code: "kept-original", because: "unwritable", mediaType, width, height, bytes, detail, reason };
}

/** Changes made before the picture was decoded. */
export function normalizedChanges({
  by,
  truncated,
  animationChange,
  originalHeader: { mediaType, frames },
  app: { page = frames === "many" ? 1 : undefined },
}: Pick<Normalized, "by" | "truncated" | "animationChange" | "originalHeader" | "app">): Change[] {
  const format = formatName(mediaType);
  const changes: Change[] = animationChange ? [animationChange] : [];
  if (by === "app")
    changes.push({ code: "decoded-by-plugin", mediaType, reason: `${format} was opened by the app's own decoder.` });
  if (by === "app" && page !== undefined)
    changes.push({ code: "page", page, reason: `Page ${page} of the file is sent.` });
  if (truncated) {
    const reason = `This ${format} is incomplete: ${truncated.why}. The part that could be read is sent; the rest is blank.`;
    changes.push({ code: "truncated", mediaType, detail: truncated.why, reason });
  }
  return changes;
}

/** For a picture that was cut: its pieces are rotated and resized before. */
export function pieceChanges({
  piece: cut,
  header,
  originalHeader: { orientation },
  settings: { box },
}: Pick<Normalized, "piece" | "header" | "originalHeader" | "settings">): Change[] {
  if (!cut) return [];
  const { piece, of, rows, width } = cut;
  const [first, last] = [rows.from, rows.to].map((row) => row.toLocaleString("en-US"));
  const reason = `Piece ${piece} of ${of} of a tall picture, rows ${first} to ${last}: as a whole its text would be too small to read.`;
  const before = { width, height: rows.to - rows.from };
  const isResized = before.width !== header.width || before.height !== header.height;
  return [
    ...(orientation === 1 ? [] : [rotatedChange(orientation)]),
    { code: "piece", piece, of, rows, reason },
    ...(isResized ? [resizedToBox(before, header, box)] : []),
  ];
}

function rotatedChange(orientation: ImageHeader["orientation"]): Change {
  const reason = `Rotated upright: not every model reads the EXIF orientation (${orientation}).`;
  return { code: "rotated", orientation, reason };
}

function resizedToBox(before: Size, after: Size, within: Size): Change {
  const [from, to] = [sizeOf(before), sizeOf(after)];
  // A box may be rotated to suit a portrait.
  const isRotated = to.width > within.width || to.height > within.height;
  const box = isRotated ? { width: within.height, height: within.width } : sizeOf(within);
  const reason = `Resized from ${quoteSize(from)} to ${quoteSize(to)} to fit ${quoteSize(box)}.`;
  return { code: "resized", from, to, because: "box", box, reason };
}

/** Not a reason to reject the image: the question may be about that colour. */
export function oneColourChanges({ isOneColour }: DecodeFacts): Change[] {
  return isOneColour
    ? [
        {
          code: "one-colour",
          reason: "The picture has a single colour; nothing else can be seen in it.",
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
  /** Which frame of an animation was used. @default 0 */
  frameIndex?: number;
  quality: number;
  insteadOf?: { mediaType: SentMediaType; bytes: number; quality: number } | undefined;
  /** True when a byte limit, not the box, decided its size. */
  reducedForBytes: boolean;
  byApp: boolean;
  /** We rotated the app's result. */
  isRotatedHere?: boolean;
}

export function encodedChanges(facts: EncodedFacts): Change[] {
  const {
    header,
    settings,
    sent,
    picture,
    frameIndex = 0,
    quality,
    reducedForBytes,
    byApp,
    isRotatedHere = false,
  } = facts;
  const { insteadOf } = facts;
  const { background } = settings;
  const { orientation } = header;
  const changes: Change[] = [];
  if (orientation !== 1) changes.push(rotatedChange(orientation));
  if (picture.width !== header.width || picture.height !== header.height) {
    const [from, to] = [sizeOf(header), sizeOf(picture)];
    const reason = `Resized from ${quoteSize(from)} to ${quoteSize(to)} to stay under the size limit.`;
    if (reducedForBytes) changes.push({ code: "resized", from, to, because: "bytes", reason });
    else changes.push(resizedToBox(from, to, settings.box));
  }
  if (sent.width !== picture.width || sent.height !== picture.height) {
    const [from, to, { minEdgePx }] = [sizeOf(picture), sizeOf(sent), settings.takes];
    const reason = `Padded from ${quoteSize(from)} to ${quoteSize(to)} with ${colourName(background)}: this API needs at least ${minEdgePx} pixels a side.`;
    changes.push({ code: "padded", from, to, background, minEdgePx, reason });
  }
  const frame = frameIndex + 1;
  if (frame > 1)
    changes.push({
      code: "first-frame",
      frame,
      reason: `The animation starts with a single colour; frame ${frame}, the first that shows something, is sent.`,
    });
  else if (header.frames === "many")
    changes.push({
      code: "first-frame",
      frame,
      reason: "The file has several pictures or an animation; the first one is sent.",
    });
  changes.push(...oneColourChanges(facts));
  if (sent.alpha && sent.mediaType === "image/jpeg") {
    changes.push({
      code: "flattened",
      background,
      reason: `Transparent areas were filled with ${colourName(background)}.`,
    });
  }
  const [from, to] = [header.mediaType, sent.mediaType];
  if (byApp) {
    const rotated = isRotatedHere ? " It was then rotated upright and saved again." : "";
    changes.push({
      code: "compressed-by-app",
      to,
      isRotatedHere: isRotatedHere,
      reason: `Saved as ${formatName(to)} by the app's own compressor.${rotated}`,
    });
  } else {
    const written = insteadOf?.quality ?? quality;
    const [atQuality, figure] = isLossy(to) ? [`, quality ${percent(written)}`, { quality: written }] : ["", {}];
    const smaller = insteadOf
      ? `, smaller than ${formatName(insteadOf.mediaType)} (${quoteBytes(insteadOf.bytes)})`
      : "";
    const saved = from === to ? "Saved as" : `Converted from ${formatName(from)} to`;
    changes.push({
      code: "reencoded",
      from,
      to,
      ...figure,
      ...(insteadOf && { insteadOf: { mediaType: insteadOf.mediaType, bytes: insteadOf.bytes } }),
      reason: `${saved} ${formatName(to)}${atQuality}${smaller}; location and other metadata removed.`,
    });
  }
  if (quality < settings.quality && isLossy(sent.mediaType)) {
    const reason = `Quality lowered from ${percent(settings.quality)} to ${percent(quality)} to stay under the size limit.`;
    changes.push({ code: "quality-lowered", from: settings.quality, to: quality, reason });
  }
  return changes;
}

/** People know quality as 0 to 100. */
const percent = (quality: number): number => Math.round(quality * 100);

const colourName = (background: string): string => (background === DEFAULT_BACKGROUND ? "white" : background);

/** Only the size, since changes are plain data. */
function sizeOf({ width, height }: Size): Size {
  return { width, height };
}

function isLossy(mediaType: SentMediaType): boolean {
  return mediaType === "image/jpeg" || mediaType === "image/webp";
}
