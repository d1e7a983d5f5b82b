import { ImageError } from "../shared/errors.js";
import { formatName } from "../shared/media-types.js";
import type { ImageHeader } from "../shared/types.js";
import type { Problem } from "./problem.js";

export function problemError({ kind, why }: Problem, { mediaType }: Pick<ImageHeader, "mediaType">): ImageError {
  const format = formatName(mediaType);
  switch (kind) {
    case "truncated":
      return new ImageError("image-truncated", `This ${format} is incomplete: ${why}. Download or copy it again.`);
    case "damaged":
      return new ImageError("image-undecodable", `This ${format} is damaged: ${why}. Download or copy it again.`);
    case "unsupported":
      return new ImageError(
        "image-format-unsupported",
        `This ${format} can't be opened here: ${why}. Save it as JPEG or PNG.`,
        { actual: mediaType },
      );
  }
}
