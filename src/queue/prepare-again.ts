/** Prepares an image whose original can no longer be read. Loaded when that happens, which is rare. */
import type { Pool } from "../pool/pool.js";
import { prepareWith } from "../pool/on-demand.js";
import { base64Length } from "../shared/base64.js";
import { ImageError, messageOf, throwIfAborted } from "../shared/errors.js";
import { quoteSide, quoteSize } from "../shared/format-figures.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { Change, ImageHeader, PreparedImage, PrepareOptions } from "../shared/types.js";
import { validateFile, validateHeader, validateImageBytes } from "../shared/validate.js";
import { hasChange, type KeptPicture } from "./kept-picture.js";

/** Why the picture cannot be sent, whatever the box. */
function whyNotSent(
  image: PreparedImage,
  header: ImageHeader,
  { limits, sendable, takes, truncated }: PrepareSettings,
): ImageError | undefined {
  const { mediaType, width, height } = image;
  if (hasChange(image, "truncated") && truncated === "reject")
    return new ImageError("image-truncated", "The file ends before its picture does.");
  if (sendable?.includes(mediaType) === false)
    return new ImageError("file-invalid-type", `It is ${mediaType}, which this API doesn't accept.`, {
      actual: mediaType,
    });
  const edge = Math.max(width, height);
  if (edge > takes.maxEdgePx) {
    return new ImageError(
      "image-edge-too-long",
      `The image is ${quoteSize(image)}; this API accepts at most ${quoteSide(takes.maxEdgePx)} pixels a side.`,
      { actual: edge, limit: takes.maxEdgePx },
    );
  }
  return whyNotTaken(header, limits) ?? validateImageBytes(base64Length(image.bytes), limits);
}

/** Why the original would be rejected, even if it could be read. */
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
 * The picture for these settings, made from the one that is kept; `cause` is why it cannot be made from the original. Rejects
 * with an `ImageError`, or with the signal's reason.
 */
export async function prepareAgain(
  { image, header }: KeptPicture,
  cause: unknown,
  context: AgainContext,
): Promise<PreparedImage> {
  const { pool, options, settings, imageCount, signal } = context;
  const rejection = whyNotTaken(header, settings.limits);
  if (rejection) throw rejection;
  if (hasChange(image, "truncated") && settings.truncated === "reject") throw cause;
  const detail = messageOf(cause);
  const fromPrepared: Change = {
    code: "from-prepared",
    ...(cause instanceof ImageError && { because: cause.code }),
    detail,
    reason: `Made from the picture prepared before, not from the original: ${detail}`,
  };
  const asItIs = (): PreparedImage => ({ ...image, changes: [...image.changes, fromPrepared] });
  // Limits on the original do not apply to the picture made from it.
  const limits = { maxImageBytes: settings.limits.maxImageBytes, minEdge: 0, accept: [image.mediaType], ...UNLIMITED };
  try {
    const file = new File([image.blob], image.source.name, { type: image.mediaType });
    const made = await prepareWith(pool, file, { ...options, limits, signal }, { id: image.id, imageCount });
    if (hasChange(made, "kept-original")) return asItIs();
    const before = image.changes.filter(({ code }) => code !== "kept-original");
    return { ...made, source: image.source, changes: [...before, fromPrepared, ...made.changes] };
  } catch (failure) {
    throwIfAborted(signal);
    const obstacle = whyNotSent(image, header, settings);
    if (!obstacle) return asItIs();
    if (!(cause instanceof ImageError) || cause.code !== "file-unreadable") throw cause;
    const { code, message, actual, limit } = failure instanceof ImageError ? failure : obstacle;
    throw new ImageError(
      code,
      `The original can no longer be read, and the picture prepared from it does not fit here. ${message}`,
      { actual, limit, cause },
    );
  }
}

const UNLIMITED = {
  maxFileBytes: Number.POSITIVE_INFINITY,
  maxPixels: Number.POSITIVE_INFINITY,
  maxEdge: Number.POSITIVE_INFINITY,
} as const;
