/** Rules that depend on how many images a request holds. Pure. */
import { maxEdgeFor } from "../shared/settings.js";
import { isPrepared, mapItems, toWaiting } from "./items.js";
import type { ImageItem, ImageQueueOptions } from "./types.js";

/** Images that the request will have: those of earlier messages, and all here that are not rejected. */
export function imageCount<B>(items: readonly ImageItem[], { earlierImageCount = 0 }: ImageQueueOptions<B>): number {
  return earlierImageCount + items.filter(({ status }) => status !== "rejected").length;
}

/**
 * Prepares images again that have become too large for this number of images (above 20 images Anthropic takes 2000 px a side,
 * T11). Returns the same list if nothing changes.
 */
export function replanForCount<B>(items: readonly ImageItem[], options: ImageQueueOptions<B>): readonly ImageItem[] {
  const maxEdge = maxEdgeFor(options.endpoint, imageCount(items, options));
  // Called at every change, and mostly with no effect.
  if (maxEdge === Number.POSITIVE_INFINITY) return items;
  const tooLarge = (item: ImageItem) => isPrepared(item) && Math.max(item.image.width, item.image.height) > maxEdge;
  return mapItems(items, (item) => (tooLarge(item) ? toWaiting(item) : item));
}
