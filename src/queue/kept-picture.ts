/**
 * What was made of an item's original, kept for when the original can no longer be read: files are deleted, moved and changed while
 * they wait to be sent (modeling-app issue 13324, houston issue 1379). Nothing that was ready is lost by other options.
 */
import { base64Length } from "../shared/base64.js";
import type { Pool } from "../pool/pool.js";
import { ImageError, messageOf, throwIfAborted } from "../shared/errors.js";
import { planImage } from "../shared/plan.js";
import { prepareWith } from "../pool/prepare.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { Change, ChangeCode, ImageHeader, PreparedImage, PrepareOptions, Size } from "../shared/types.js";
import { validateFile, validateHeader, validateImageBytes } from "../shared/validate.js";

interface Made {
  image: PreparedImage;
  /** What it was made with. */
  settings: PrepareSettings;
}

export interface KeptPicture extends Made {
  /** Of the original, which `image` was made from. */
  header: ImageHeader;
  /** Made from `image` for other options, since the original could not be read. */
  again?: Made;
}

/** The picture that these settings would make, if it is here. Pure. */
export function pictureFor({ header, again, ...first }: KeptPicture, settings: PrepareSettings): PreparedImage | undefined {
  return [first, again].find((made) => made && isSamePlan(header, made, settings))?.image;
}

/** The same size, type and quality, or the original itself as before. */
function isSamePlan(header: ImageHeader, { image, settings: before }: Made, settings: PrepareSettings): boolean {
  const [was, is] = [planImage(header, before), planImage(header, settings)];
  if (!isSameSize(was.target, is.target) || whyNotSent(image, header, settings)) return false;
  const isOriginal = has(image, "kept-original");
  if (was.keep !== is.keep && (isOriginal || is.keep !== "never")) return false;
  if (isOriginal && is.keep === "always") return true;
  const isSameEncode = before.mediaType === settings.mediaType && before.quality === settings.quality;
  if (!isSameEncode || (before.background !== settings.background && has(image, "flattened"))) return false;
  const hasOwnSize = has(image, "compressed-by-app") || has(image, "from-prepared");
  const asPlanned = !has(image, "quality-lowered") && (hasOwnSize || isSameSize(image, is.target));
  // Made smaller for its bytes, it would be made as small for a lower limit that it keeps, and larger for a higher one.
  return asPlanned || settings.limits.maxImageBytes <= before.limits.maxImageBytes;
}

/** What stands against sending it, whatever the box. */
function whyNotSent(image: PreparedImage, header: ImageHeader, { limits, sendable, takes, truncated }: PrepareSettings): ImageError | undefined {
  const { mediaType, width, height } = image;
  if (has(image, "truncated") && truncated === "reject") return new ImageError("image-truncated", "The file ends before its picture does.");
  if (sendable?.includes(mediaType) === false) return new ImageError("file-invalid-type", `It is ${mediaType}, which the endpoint does not take.`, { actual: mediaType });
  const edge = Math.max(width, height);
  if (edge > takes.maxEdgePx) {
    return new ImageError("image-edge-too-long", `The image is ${width}x${height}; the endpoint takes ${takes.maxEdgePx} pixels a side.`, { actual: edge, limit: takes.maxEdgePx });
  }
  return whyNotTaken(header, limits) ?? validateImageBytes(base64Length(image.bytes), limits);
}

/** What stands against the original, whoever can still read it. */
function whyNotTaken(header: ImageHeader, limits: PrepareSettings["limits"]): ImageError | undefined {
  return validateFile(header.bytes, limits) ?? validateHeader(header, limits);
}

interface AgainContext {
  pool: Pool;
  options: PrepareOptions;
  settings: PrepareSettings;
  imageCount: number;
  signal: AbortSignal;
}

/**
 * The picture for these settings, made from the one that is kept; `cause` is why it cannot be made from the original. Rejects with an
 * `ImageError`, or with the signal's reason.
 */
export async function prepareAgain({ image, header }: KeptPicture, cause: unknown, context: AgainContext): Promise<PreparedImage> {
  const { pool, options, settings, imageCount, signal } = context;
  const refusal = whyNotTaken(header, settings.limits);
  if (refusal) throw refusal;
  if (has(image, "truncated") && settings.truncated === "reject") throw cause;
  const detail = messageOf(cause);
  const fromPrepared: Change = {
    code: "from-prepared",
    ...(cause instanceof ImageError && { because: cause.code }),
    detail,
    reason: `Made from the picture prepared before, not from the original: ${detail}`,
  };
  const asItIs = (): PreparedImage => ({ ...image, changes: [...image.changes, fromPrepared] });
  // What was asked of the original is not asked of what was made from it.
  const limits = { maxImageBytes: settings.limits.maxImageBytes, minEdge: 0, accept: [image.mediaType], ...UNLIMITED };
  try {
    const file = new File([image.blob], image.source.name, { type: image.mediaType });
    const made = await prepareWith(pool, file, { ...options, limits, signal }, { id: image.id, imageCount });
    if (has(made, "kept-original")) return asItIs();
    const before = image.changes.filter(({ code }) => code !== "kept-original");
    return { ...made, source: image.source, changes: [...before, fromPrepared, ...made.changes] };
  } catch (failure) {
    throwIfAborted(signal);
    const obstacle = whyNotSent(image, header, settings);
    if (!obstacle) return asItIs();
    if (!(cause instanceof ImageError) || cause.code !== "file-unreadable") throw cause;
    const { code, message, actual, limit } = failure instanceof ImageError ? failure : obstacle;
    throw new ImageError(code, `The original can no longer be read, and the picture prepared from it does not fit here. ${message}`, { actual, limit, cause });
  }
}

const UNLIMITED = { maxFileBytes: Number.POSITIVE_INFINITY, maxPixels: Number.POSITIVE_INFINITY, maxEdge: Number.POSITIVE_INFINITY } as const;

const has = ({ changes }: PreparedImage, wanted: ChangeCode) => changes.some(({ code }) => code === wanted);
const isSameSize = (one: Size, other: Size) => one.width === other.width && one.height === other.height;
