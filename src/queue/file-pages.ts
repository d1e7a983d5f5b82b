/** Which pages of a file are in the list, and how to choose others. Loaded when a person chooses. */
import type { Pool } from "../pool/pool.js";
import { prepareWith } from "../pool/on-demand.js";
import { createId } from "../shared/create-id.js";
import { checkCall } from "../shared/errors.js";
import { fileName } from "../shared/file-name.js";
import { rulesFor } from "./admission.js";
import { expandPages } from "./expand-pages.js";
import { optionsFor, placeInFile } from "./image-options.js";
import type { Removal } from "./removals.js";
import type { FilePages, FileSource, ImageItem, ImageQueueOptions, ItemPages } from "./types.js";

export interface PagesSite<B> {
  pool: Pool;
  read: () => { items: readonly ImageItem[]; options: ImageQueueOptions<B>; removals: readonly Removal<B>[] };
  /** `removedIds`: ids of items that no undo can bring back. */
  replace: (items: readonly ImageItem[], removals: readonly Removal<B>[], removedIds: readonly string[]) => void;
}

type PageItem = ImageItem & FileSource & { pages: ItemPages };

/** In pixels: sharp on dense screens at the size of a playing card. */
const THUMBNAIL = { width: 280, height: 280 };

/** A small picture of a page, by the app's decoder. Rejects with `ImageError`, or with the signal's reason. */
export async function pageThumbnail<B>(
  source: FileSource,
  page: number,
  { pool, options }: { pool: Pool; options: ImageQueueOptions<B> },
  signal?: AbortSignal,
): Promise<Blob> {
  const { decoders, limits, timeoutMs, createWorker } = optionsFor(options, source);
  const { password } = placeInFile(source);
  const how = { decoders, limits: { ...limits, maxImageBytes: undefined }, timeoutMs, createWorker, password };
  return (await prepareWith(pool, source.file, { ...how, page, box: THUMBNAIL, signal })).blob;
}

export function filePages<B>(id: string, { pool, read, replace }: PagesSite<B>): FilePages | undefined {
  const item = read().items.find((one) => one.id === id);
  if (!item || !isPage(item)) return undefined;
  const { from, of: count } = item.pages;
  const isOfFile = (one: ImageItem): one is PageItem => isPage(one) && one.pages.from === from;
  const { items, options } = read();
  const { maxImages, maxImagesOwner } = rulesFor(options, 1, items);
  const others = items.filter((one) => one.status !== "rejected" && !isOfFile(one)).length;
  return {
    name: fileName(item.file),
    count,
    chosen: items.filter(isOfFile).flatMap((one) => (isTaken(one) ? one.pages.wanted : [])),
    places: Math.max(0, maxImages - others),
    maxImages,
    maxImagesOwner,
    thumbnail: (page, signal) => pageThumbnail(item, page, { pool, options: read().options }, signal),
    choose(pages) {
      const wanted = [...new Set(pages)];
      checkCall(
        wanted.length > 0 && wanted.every((page) => Number.isInteger(page) && page >= 1 && page <= count),
        `choose takes page numbers from 1 to ${count}, at least one; to send none, remove the images.`,
      );
      const { items: now, options: how, removals } = read();
      const group = now.filter(isOfFile);
      const [first] = group;
      if (!first) return;
      const { file, name, label, url } = first;
      const source = {
        id: first.id,
        file,
        name,
        label,
        url,
        options: first.options,
        pages: { ...first.pages, wanted },
      };
      const header = { mediaType: "", width: 0, height: 0, orientation: 1, frames: "many", alpha: undefined } as const;
      const made = expandPages(
        source,
        { count },
        { ...header, bytes: file.size },
      )(
        now.filter((one) => one === first || !isOfFile(one)),
        how as ImageQueueOptions<unknown>,
      );
      const next = made.map((one): ImageItem => {
        const [page] = (one as PageItem).pages.wanted;
        const same = group.find((old) => isTaken(old) && old.pages.wanted[0] === page);
        return (one as PageItem).pages.wanted.length === 1 && same ? same : { ...one, id: createId() };
      });
      const list = now.flatMap((one) => (one === first ? next : isOfFile(one) ? [] : [one]));
      // A page that was removed and is in the list again must not come back a second time.
      const isChosenAgain = (one: ImageItem) => isOfFile(one) && one.pages.wanted.some((page) => wanted.includes(page));
      const steps = removals.flatMap((step) => withoutItems(step, isChosenAgain) ?? []);
      const left = new Set(idsIn(list, steps));
      const removedIds = idsIn(now, removals).filter((one) => !left.has(one));
      replace(list, steps, removedIds);
    },
  };
}

function isPage(item: ImageItem): item is PageItem {
  return item.file !== undefined && item.pages !== undefined && !item.pages.arePieces;
}

/** It has a place in the request, or is about to get one. */
function isTaken({ status, pages }: PageItem): boolean {
  return status !== "rejected" && pages.wanted.length === 1;
}

/** Ids of what is in the list or may come back. Written here, because a value from `removals.ts` would split the eager bundle. */
function idsIn<B>(items: readonly ImageItem[], removals: readonly Removal<B>[]): string[] {
  return [items, ...removals.map((step) => step.items)].flatMap((list) => list.map((one) => one.id));
}

/** `undefined`: nothing is left of the step. */
function withoutItems<B>(step: Removal<B>, isGone: (item: ImageItem) => boolean): Removal<B> | undefined {
  const stays = [...step.items.keys()].filter((at) => !isGone(step.items[at]!));
  if (stays.length === step.items.length) return step;
  if (stays.length === 0) return undefined;
  return { ...step, items: stays.map((at) => step.items[at]!), places: stays.map((at) => step.places[at]!) };
}
