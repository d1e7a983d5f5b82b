/** Where a decoder may be asked for a smaller picture than there is, which hides the size that it really has. */
import type { EncodeJob } from "../encode-job.js";
import { registry } from "../../formats/registry.js";

/**
 * Whether the header's size is beyond doubt. GIF frames reach outside the screen, AVIF has transforms that not every browser applies: there
 * the decoded size decides.
 */
export function isSizedByHeader({ mediaType, source }: EncodeJob): boolean {
  const certain = registry.formatOf(mediaType)?.facts?.isSizeCertain;
  return source.width > 0 && (certain === "always" || (certain === "upright" && source.orientation === 1));
}
