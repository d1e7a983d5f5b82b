/** Formats whose decoder may be asked for a smaller picture, although that hides the real size. */
import type { EncodeJob } from "../encode-job.js";
import { registry } from "../../formats/registry.js";

/**
 * Whether the header's size is certain. GIF frames may reach outside the screen, and not every browser applies AVIF's transforms: for
 * these the decoded size decides.
 */
export function isSizedByHeader({ mediaType, source }: EncodeJob): boolean {
  const certain = registry.formatOf(mediaType)?.facts?.isSizeCertain;
  return source.width > 0 && (certain === "always" || (certain === "upright" && source.orientation === 1));
}
