/**
 * The picture made from an item's original, kept in case the original can no longer be read: files are deleted, moved and changed
 * while they wait to be sent (modeling-app issue 13324, houston issue 1379). Changed options never lose an image that was ready.
 */
import { base64Length } from "../shared/base64.js";
import { isSameData } from "../shared/is-same-data.js";
import { isTall } from "../shared/is-tall.js";
import { planImage } from "../shared/plan.js";
import type { Rewritable } from "../pool/prepare.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { ChangeCode, ImageHeader, ImageLimits, PreparedImage, Size } from "../shared/types.js";

interface Made {
  image: PreparedImage;
  /** The settings it was made with. */
  settings: PrepareSettings;
}

export interface KeptPicture extends Made {
  /** Of `image`, for a while; see `kept-planes.ts`. Its planes are empty after they were transferred to a worker. */
  rewritable?: Rewritable;
  /** The header of the original that `image` was made from. */
  header: ImageHeader;
  /** Comes with the first picture: an app that has none has not loaded it. */
  pictureFor: typeof pictureFor;
  /** Made from `image` for other options, since the original could not be read. */
  again?: Made;
}

/** The picture that these settings would give, if it was made already. Pure. */
export function pictureFor(
  { header, again, ...first }: KeptPicture,
  settings: PrepareSettings,
): PreparedImage | undefined {
  return [first, again].find((made) => made && isSamePlan(header, made, settings))?.image;
}

/** The same size, type and quality, or the unchanged original in both cases. */
function isSamePlan(header: ImageHeader, made: Made, settings: PrepareSettings): boolean {
  const { image, settings: before } = made;
  const mayBeCut = isTall(header) && Math.max(before.maxPieces, settings.maxPieces) > 1;
  // Only the pixels tell which of the two sizes it gets.
  const isSameAnimation = header.frames === "one" || before.animation === settings.animation;
  if (!isSameAnimation || before.ifScreen || settings.ifScreen || mayBeCut) return isSameData(before, settings);
  const [was, is] = [planImage(header, before), planImage(header, settings)];
  if (!isSameSize(was.target, is.target) || !isSendable(header, made, settings)) return false;
  const isOriginal = hasChange(image, "kept-original");
  if (was.keep !== is.keep && (isOriginal || is.keep !== "never")) return false;
  if (isOriginal && is.keep === "always") return true;
  const isSameType = before.mediaType === settings.mediaType && String(before.orAs) === String(settings.orAs);
  const isSameEncode = isSameType && before.quality === settings.quality;
  if (!isSameEncode || (before.background !== settings.background && hasChange(image, "flattened"))) return false;
  const hasOwnSize = hasChange(image, "compressed-by-app") || hasChange(image, "from-prepared");
  const asPlanned = !hasChange(image, "quality-lowered") && (hasOwnSize || isSameSize(image, is.target));
  // A picture that was made smaller to save bytes would come out the same with a lower limit that it meets, but larger with a
  // higher one.
  return asPlanned || settings.limits.maxImageBytes <= before.limits.maxImageBytes;
}

/**
 * Whether these settings accept the original and the picture made from it. If in doubt `false`: then the pipeline decides, and
 * gives the reason.
 */
function isSendable(
  header: ImageHeader,
  { image }: Made,
  { limits, sendable, takes, truncated }: PrepareSettings,
): boolean {
  const { mediaType, width, height, bytes } = image;
  if (hasChange(image, "truncated") && truncated === "reject") return false;
  if (sendable?.includes(mediaType) === false || Math.max(width, height) > takes.maxEdgePx) return false;
  return base64Length(bytes) <= limits.maxImageBytes && isTaken(header, limits);
}

function isTaken({ mediaType, width, height, bytes }: ImageHeader, limits: ImageLimits): boolean {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  const hasRightSize = width * height <= limits.maxPixels && long <= limits.maxEdge && short >= limits.minEdge;
  return limits.accept.includes(mediaType) && bytes <= limits.maxFileBytes && hasRightSize;
}

export function hasChange({ changes }: PreparedImage, wanted: ChangeCode): boolean {
  return changes.some(({ code }) => code === wanted);
}

const isSameSize = (one: Size, other: Size) => one.width === other.width && one.height === other.height;
