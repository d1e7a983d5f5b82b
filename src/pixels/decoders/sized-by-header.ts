/** Where a decoder may be asked for a smaller picture than there is, which hides the size that it really has. */
import type { EncodeJob } from "../encode-job.js";
import type { MediaType } from "../../shared/types.js";

/** GIF frames reach outside the screen, AVIF has transforms that not every browser applies: there the decoded size decides. */
const SIZED_BY_HEADER: ReadonlySet<MediaType> = new Set<MediaType>(["image/jpeg", "image/png", "image/webp", "image/bmp"]);

/** Whether the header's size is beyond doubt. Browsers agree on EXIF orientation in JPEG only. */
export function isSizedByHeader({ mediaType, source }: EncodeJob): boolean {
  return SIZED_BY_HEADER.has(mediaType) && source.width > 0 && (mediaType === "image/jpeg" || source.orientation === 1);
}
