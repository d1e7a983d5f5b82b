/** Failures of decoding and encoding as rejections that a person understands. */
import { registry } from "../formats/registry.js";
import type { EncodeOutcome } from "../pixels/encode-job.js";
import { ImageError } from "../shared/errors.js";
import { formatName } from "../shared/media-types.js";
import type { PrepareSettings } from "../shared/settings.js";
import type { ImageHeader } from "../shared/types.js";
import { tooManyPixels } from "../shared/validate.js";

const NOT_STREAMED =
  "Only a JPEG that can be decoded row by row may have more, and this one cannot. Scale it down, or save it as a JPEG that is not progressive, and add it again.";

type Failed = Extract<EncodeOutcome, { status: "failed" }>;

export function encodeError(
  { failure, detail }: Failed,
  header: ImageHeader,
  { timeoutMs, limits }: Pick<PrepareSettings, "timeoutMs" | "limits">,
): ImageError {
  const format = formatName(header.mediaType);
  // The header passed because our decoder might take it, which it did not.
  if (failure !== "timeout" && header.width * header.height > limits.maxPixels)
    return tooManyPixels(header, limits.maxPixels, NOT_STREAMED, detail);
  switch (failure) {
    case "timeout":
      return new ImageError("decode-timeout", `The browser did not finish this ${format} within ${timeoutMs} ms.`, {
        actual: timeoutMs,
        limit: timeoutMs,
      });
    case "unencodable":
      return new ImageError("image-unencodable", `The picture could not be written: ${detail}`);
    case "blank":
      return header.alpha === false
        ? undecodable(header, detail)
        : new ImageError(
            "image-undecodable",
            `The ${format} shows nothing: all of its pixels are transparent, or it is damaged.`,
            { cause: detail },
          );
    case "unsupported":
      return unsupported(header);
    case "undecodable":
      return undecodable(header, detail);
  }
}

export function undecodable(header: ImageHeader, detail: string): ImageError {
  // The format is named, since the file may be sound.
  if (registry.formatOf(header.mediaType)?.facts?.isRare) return unsupported(header);
  return new ImageError(
    "image-undecodable",
    `The ${formatName(header.mediaType)} file is damaged: no picture can be decoded from it.`,
    { cause: detail },
  );
}

function unsupported({ mediaType }: ImageHeader): ImageError {
  const message = `This browser cannot decode ${formatName(mediaType)}. Export the picture as JPEG or PNG and add it again.`;
  return new ImageError("image-format-unsupported", message, { actual: mediaType });
}
