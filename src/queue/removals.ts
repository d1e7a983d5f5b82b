/** Removed images that may come back as they were: nothing is prepared a second time. Pure. */
import type { PrepareSettings } from "../shared/settings.js";
import { freeLabel } from "../shared/file-name.js";
import { rulesFor } from "./admission.js";
import { afterOptions } from "./changed-options.js";
import { settingsFor } from "./image-options.js";
import type { KeptPicture } from "./kept-picture.js";
import { interrupted, isPrepared, labelsBeside, toWaiting } from "./items.js";
import type { ImageItem, ImageQueueOptions } from "./types.js";

interface Given<B> {
  options: ImageQueueOptions<B>;
  settings: PrepareSettings;
}

/** The images that one call removed. */
export interface Removal<B> {
  items: readonly ImageItem[];
  /** Position of each in the list. */
  places: readonly number[];
  /** The options they were prepared for. */
  given: Given<B>;
}

/** How long removals can be undone after the last one, in milliseconds: their pictures take memory. */
export const UNDO_MS = 60_000;

/** Nobody goes back more steps than this, and the pictures take memory. */
const MOST_STEPS = 20;

/** Rejected files are not kept. `undefined` if all of them are rejected. */
export function removalOf<B>(
  items: readonly ImageItem[],
  ids: ReadonlySet<string>,
  given: Given<B>,
): Removal<B> | undefined {
  const places = [...items.keys()].filter((at) => {
    const item = items[at];
    return item !== undefined && ids.has(item.id) && item.status !== "rejected";
  });
  if (places.length === 0) return undefined;
  return { items: places.flatMap((at) => items[at] ?? []).map(interrupted), places, given };
}

/** The steps that can be undone, and the ids that no step brings back any more. */
export function withRemoval<B>(
  steps: readonly Removal<B>[],
  step: Removal<B>,
): { steps: readonly Removal<B>[]; dropped: readonly string[] } {
  const all = [...steps, step];
  return { steps: all.slice(-MOST_STEPS), dropped: idsOf(all.slice(0, -MOST_STEPS)) };
}

export function idsOf<B>(steps: readonly Removal<B>[]): readonly string[] {
  return steps.flatMap(({ items }) => items.map(({ id }) => id));
}

/**
 * The list with the removed images back in their places. Options that changed meanwhile are applied now. An image without a
 * place, because others were added meanwhile, waits for one like any surplus.
 */
export function putBack<B>(
  items: readonly ImageItem[],
  { items: removed, places, given }: Removal<B>,
  now: Given<B>,
  kept: ReadonlyMap<string, KeptPicture>,
): readonly ImageItem[] {
  let room = rulesFor(now.options, 1, items).maxImages - items.filter(({ status }) => status !== "rejected").length;
  let list = items;
  for (const [index, item] of afterOptions(removed, given, now, kept).entries()) {
    const labels = labelsBeside(list);
    const label = labels.has(item.label) ? freeLabel(item.name, labels) : item.label;
    const back = room > 0 && !item.document ? asPrepared(item, now.options, items, kept) : toWaiting(item);
    room -= 1;
    list = list.toSpliced(places[index] ?? list.length, 0, label === item.label ? back : { ...back, label });
  }
  return list;
}

/** The full picture, if it was made smaller for the sake of the others: the request may have room for it now. */
function asPrepared<B>(
  item: ImageItem,
  options: ImageQueueOptions<B>,
  items: readonly ImageItem[],
  kept: ReadonlyMap<string, KeptPicture>,
): ImageItem {
  const picture = kept.get(item.id);
  if (!isPrepared(item) || !picture) return item;
  const image = picture.pictureFor(picture, settingsFor(options, item, items)) ?? item.image;
  return image === item.image ? item : { ...item, image, upload: { status: "none" } };
}
