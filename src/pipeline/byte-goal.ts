/** The limit on an image's bytes, for comparing its encodes with. */
import { base64Length } from "../shared/base64.js";
import type { ImageError } from "../shared/errors.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { ImageLimits, Size } from "../shared/types.js";
import { validateImageBytes } from "../shared/validate.js";
import type { Attempt, ByteGoal, Tried } from "./byte-search.js";
import type { EncodedImage } from "./encode-file.js";

export function goalFor(target: Size, { limits, mediaType, quality }: PrepareSettings): ByteGoal {
  return { maxBytes: maxFileBytes(limits), target, quality, isLossless: mediaType === "image/png" };
}

/** The base64 text of such a file is within the limit. */
export function maxFileBytes({ maxImageBytes }: ImageLimits): number {
  return Math.floor(maxImageBytes / 4) * 3;
}

export function triedOf({ bytes }: EncodedImage, attempt: Attempt): Tried {
  return { ...attempt, bytes: bytes.length };
}

export function tooLarge({ bytes }: EncodedImage, { limits }: PrepareSettings): ImageError | undefined {
  return validateImageBytes(base64Length(bytes.length), limits);
}
