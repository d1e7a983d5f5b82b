/** What new options mean for the list. Pure. */
import type { PrepareSettings } from "../settings.js";
import { rulesFor } from "./admission.js";
import { toWaiting } from "./list.js";
import type { ImageItem, ImageQueueOptions } from "./types.js";
import { urlRules } from "./url-way.js";

interface Given<B> {
  options: ImageQueueOptions<B>;
  settings: PrepareSettings;
}

/**
 * Files are sent through again when their pictures would differ, addresses when their fate may, a surplus when there are more
 * places. The same list when nothing changes; an item that begins again is a new object.
 */
export function afterOptions<B>(items: readonly ImageItem[], before: Given<B>, after: Given<B>): readonly ImageItem[] {
  const repaint = JSON.stringify(after.settings) !== JSON.stringify(before.settings);
  const ask = urlRules(after.options) !== urlRules(before.options);
  const admit = placesOf(after) > placesOf(before);
  const beginsAgain = (item: ImageItem) =>
    (item.file === undefined ? ask : repaint) || (admit && item.status === "rejected" && item.error.code === "too-many-files");
  return items.some(beginsAgain) ? items.map((item) => (beginsAgain(item) ? toWaiting(item) : item)) : items;
}

/** The engine has no say in how many images there may be. */
function placesOf<B>({ options }: Given<B>): number {
  return rulesFor(options, 1).maxImages;
}
