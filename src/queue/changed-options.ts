/** What changed options mean for the list. Pure. */
import { isSameData } from "../shared/is-same-data.js";
import { type PrepareSettings, resolveSettings } from "../shared/settings.js";
import { rulesFor } from "./admission.js";
import { optionsFor, settingsFor } from "./image-options.js";
import type { KeptPicture } from "./kept-picture.js";
import { interrupted, isPrepared, mapItems, toWaiting } from "./items.js";
import { relocationMode } from "./relocation.js";
import type { ImageItem, ImageQueueOptions } from "./types.js";
import { urlRules } from "./url-way.js";

interface Given<B> {
  options: ImageQueueOptions<B>;
  settings: PrepareSettings;
}

/**
 * Prepares files again if their pictures would differ, addresses if they might be sent differently, and surplus files if there
 * are more places; ends uploads that are no longer wanted. Returns the same list if nothing changes; an item that is changed is a
 * new object. `kept`: the pictures made so far, by item id.
 */
export function afterOptions<B>(
  items: readonly ImageItem[],
  before: Given<B>,
  after: Given<B>,
  kept: ReadonlyMap<string, KeptPicture>,
): readonly ImageItem[] {
  const ask = urlRules(after.options) !== urlRules(before.options);
  const admit = placesOf(after) > placesOf(before);
  const isAffected = affectedBy(before, after);
  const decide = !isSameData(documentRules(after), documentRules(before));
  const isRight = (item: ImageItem) => {
    const picture = kept.get(item.id);
    if (!isPrepared(item) || !picture) return false;
    return picture.pictureFor(picture, settingsFor(after.options, item, items)) === item.image;
  };
  const beginsAgain = (item: ImageItem) => {
    const code = item.status === "rejected" && item.error.code;
    if (item.document || code === "document-too-many") return decide;
    return (item.file === undefined ? ask : isAffected(item) && !isRight(item)) || (admit && code === "too-many-files");
  };
  const endsUploads = !wantsUpload(before, after);
  return mapItems(items, (item) => {
    if (beginsAgain(item)) return toWaiting(item);
    return endsUploads && isPrepared(item) ? interrupted(item) : item;
  });
}

/** Whether uploads that are under way are still wanted. */
function wantsUpload<B>(before: Given<B>, { options }: Given<B>): boolean {
  return relocationMode(options) !== "inline" && options.endpoint.provider === before.options.endpoint.provider;
}

/** All that decides whether a PDF file is sent as it is. */
function documentRules<B>({ options }: Given<B>): readonly unknown[] {
  const { documents, endpoint, maxRequestBytes, earlierDocumentCount } = options;
  return [documents, endpoint.documents, endpoint.caps.maxImages, maxRequestBytes, earlierDocumentCount];
}

/** Whether an image is prepared with other settings than before. */
export function affectedBy<B>(before: Given<B>, after: Given<B>): (item: ImageItem) => boolean {
  const repaint = isRepainted(before.settings, after.settings);
  const own = ({ options }: Given<B>, item: ImageItem) => resolveSettings(optionsFor(options, item));
  return (item) => (item.options ? isRepainted(own(before, item), own(after, item)) : repaint);
}

function isRepainted(before: PrepareSettings, after: PrepareSettings): boolean {
  return !isSameData(after, before);
}

/** Left out, since the pool does not limit how many images there may be. */
function placesOf<B>({ options }: Given<B>): number {
  return rulesFor(options, 1, []).maxImages;
}
