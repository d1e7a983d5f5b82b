/** Turns failures of decoding and encoding into rejections that a person understands. */
import type { Registry } from "../formats/create-registry.js";
import type { EncodeOutcome } from "../pixels/encode-job.js";
import { ImageError } from "../shared/errors.js";
import { quoteSeconds } from "../shared/format-figures.js";
import { formatName } from "../shared/media-types.js";
import type { ImageHeader, MediaType } from "../shared/types.js";
import { tooManyPixels } from "../shared/validate.js";
import type { Received } from "./stages.js";

/** Only JPEGs that can be decoded row by row may have more pixels than the limit. */
const NOT_STREAMED = "Make it smaller, or save it as a JPEG that isn't progressive.";

/** Written by iPhones, and opened by few browsers other than Safari. */
const IPHONE_TYPES: readonly MediaType[] = ["image/heic", "image/heif"];

type Failed = Extract<EncodeOutcome, { status: "failed" }>;

export function encodeError(
  { failure, detail }: Failed,
  header: ImageHeader,
  { settings: { timeoutMs, limits }, registry }: Pick<Received, "settings" | "registry">,
): ImageError {
  const format = formatName(header.mediaType);
  // The header was accepted because our decoder might have read the picture row by row, but it could not.
  if (failure !== "timeout" && header.width * header.height > limits.maxPixels)
    return tooManyPixels(header, limits.maxPixels, NOT_STREAMED, detail);
  switch (failure) {
    case "timeout":
      return new ImageError(
        "decode-timeout",
        `This ${format} took longer than ${quoteSeconds(timeoutMs)} to open. Try a smaller one.`,
        { actual: timeoutMs, limit: timeoutMs },
      );
    case "unencodable":
      return new ImageError("image-unencodable", `The resized picture can't be written here: ${detail}`);
    case "blank":
      return header.alpha === false
        ? undecodable(header, registry, detail)
        : new ImageError(
            "image-undecodable",
            `This ${format} is blank: all of its pixels are transparent, or it is damaged.`,
            { cause: detail },
          );
    case "unsupported":
      return unsupported(header);
    case "undecodable":
      return undecodable(header, registry, detail);
  }
}

export function undecodable(header: ImageHeader, registry: Registry, detail: string): ImageError {
  // The format is named, since the file may be intact.
  if (registry.formatOf(header.mediaType)?.facts?.isRare) return unsupported(header);
  return new ImageError("image-undecodable", `This ${formatName(header.mediaType)} is damaged and can't be opened.`, {
    cause: detail,
  });
}

function unsupported({ mediaType }: ImageHeader): ImageError {
  const format = formatName(mediaType);
  const message = IPHONE_TYPES.includes(mediaType)
    ? `This browser can't open ${format} (iPhone) photos. Save it as JPEG, or use Safari.`
    : `This browser can't open ${format} images. Save it as JPEG or PNG.`;
  return new ImageError("image-format-unsupported", message, { actual: mediaType });
}
