import { ImageError } from "../shared/errors.js";
import { formatName } from "../shared/media-types.js";
import type { ImageHeader } from "../shared/types.js";
import type { Problem } from "./problem.js";

export function problemError({ kind, why }: Problem, { mediaType }: Pick<ImageHeader, "mediaType">): ImageError {
  const format = formatName(mediaType);
  switch (kind) {
    case "truncated":
      return new ImageError("image-truncated", `The ${format} file is cut off: ${why}. Copy or download it again.`);
    case "damaged":
      return new ImageError("image-undecodable", `The ${format} file is damaged: ${why}. Copy or download it again.`);
    case "unsupported":
      return new ImageError(
        "image-format-unsupported",
        `This ${format} file cannot be read here: ${why}. Export the picture as JPEG or PNG and add it again.`,
        { actual: mediaType },
      );
  }
}
