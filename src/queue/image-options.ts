/** What one image is prepared with. Pure. */
import { type PrepareSettings, resolveSettings } from "../shared/settings.js";
import type { ImageOptions } from "../shared/types.js";
import type { FileSource, ImageItem, ImageQueueOptions, ItemSource } from "./types.js";
import { imageCount } from "./replan-for-count.js";

/** A preset of the image's own takes the place of the options' box and quality, too. */
export function optionsFor<B>(options: ImageQueueOptions<B>, { options: own }: ItemSource): ImageQueueOptions<B> {
  if (!own) return options;
  const { preset, box, quality } = own;
  if (preset) return { ...options, preset, box, quality };
  return { ...options, box: box ?? options.box, quality: quality ?? options.quality };
}

/** The page of a file of several that this image is, from 1; `undefined`: the file has one, or its pages are not counted yet. */
export function pageOf({ pages }: Pick<FileSource, "pages">): number | undefined {
  return pages?.wanted.length === 1 ? pages.wanted[0] : undefined;
}

/** Throws `TypeError` for image options that can never work. */
export function settingsFor<B>(
  options: ImageQueueOptions<B>,
  item: ItemSource,
  items: readonly ImageItem[],
): PrepareSettings {
  return resolveSettings(optionsFor(options, item), imageCount(items, options));
}

/** The same pictures are asked for. */
export function isSameWish(one: ImageOptions | undefined, other: ImageOptions | undefined): boolean {
  const wish = (options: ImageOptions | undefined) => JSON.stringify({ ...options, pinned: undefined });
  return wish(one) === wish(other);
}
