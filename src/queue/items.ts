/** The list and its items' moves from state to state. Pure; an unknown id changes nothing and returns the same list. */
import { freeLabel } from "../shared/file-name.js";
import type { PreparedImage, SentImage } from "../shared/types.js";
import type { ImageItem, ItemSource, PreparedItem, ReadyItem, WaitingItem, WorkingItem } from "./types.js";

export function replaceItem(
  items: readonly ImageItem[],
  id: string,
  next: (item: ImageItem) => ImageItem,
): readonly ImageItem[] {
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  return item ? items.with(index, next(item)) : items;
}

/** Several in the place of one. */
export function expandItem(
  items: readonly ImageItem[],
  id: string,
  several: readonly ImageItem[],
): readonly ImageItem[] {
  return items.flatMap((item) => (item.id === id ? several : [item]));
}

export function removeItems(items: readonly ImageItem[], ids: ReadonlySet<string>): readonly ImageItem[] {
  const rest = items.filter(({ id }) => !ids.has(id));
  return rest.length === items.length ? items : rest;
}

export function moveItem(items: readonly ImageItem[], id: string, toIndex: number): readonly ImageItem[] {
  const from = items.findIndex((item) => item.id === id);
  const item = items[from];
  const to = Math.min(items.length - 1, Math.max(0, Math.trunc(toIndex)));
  if (!item || from === to || Number.isNaN(to)) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** What an item is whatever becomes of it. */
export function sourceOf(item: ItemSource): ItemSource {
  const { id, name, label, options } = item;
  const base = { id, name, label, ...(options && { options }) };
  if (item.file === undefined) return { ...base, file: undefined, url: item.url };
  const { file, url, pages, thumbnail } = item;
  return { ...base, file, ...(url !== undefined && { url }), ...(pages && { pages }), ...(thumbnail && { thumbnail }) };
}

/** The labels that a new one must differ from: all but that of the item itself. */
export function labelsBeside(items: readonly ImageItem[], id?: string): Set<string> {
  return new Set(items.filter((item) => item.id !== id).map(({ label }) => label));
}

/**
 * What became of an item, as the list takes it: its thumbnail and its options may have come meanwhile, and an address takes the name of
 * the file that came from it.
 */
export function asListed(item: ImageItem, items: readonly ImageItem[]): ImageItem {
  const before = items.find(({ id }) => id === item.id);
  const thumbnail = before?.file && before.thumbnail;
  const asked = before?.options === item.options ? item : { ...item, options: before?.options };
  const shown = asked.file && thumbnail ? { ...asked, thumbnail } : asked;
  return before?.name === item.name ? shown : { ...shown, label: freeLabel(item.name, labelsBeside(items, item.id)) };
}

/** Back to the start of the queue, in its place in the list. What was made of it stands for it until it is made again. */
export function toWaiting(item: ItemSource | ImageItem): WaitingItem {
  const source = sourceOf(item);
  const made = "image" in item ? item.image?.blob : undefined;
  return source.file && made ? { ...source, thumbnail: made, status: "waiting" } : { ...source, status: "waiting" };
}

/** Its work begins: what its server says of an address, or the picture of a file. */
export function toWorking(item: ItemSource | WaitingItem): WorkingItem {
  const source = sourceOf(item);
  if (source.file === undefined) return { ...source, status: "working", step: "check", header: undefined };
  return { ...source, status: "working", step: "prepare", header: "header" in item ? item.header : undefined };
}

/** What may be tried again: a rejected file, a failed upload, an address whose server did not say all. */
export function retried(item: ImageItem): ImageItem {
  if (item.status === "rejected") return toWaiting(item);
  if (item.status !== "ready") return item;
  if (!item.image) return item.check.status === "unknown" ? toWaiting(item) : item;
  return item.upload.status === "failed" ? { ...item, upload: { status: "none" } } : item;
}

/** Work that was called off begins again at its beginning. */
export function interrupted(item: ImageItem): ImageItem {
  if (item.status === "ready" && item.image && item.upload.status === "uploading")
    return { ...item, upload: { status: "none" } };
  return item.status === "working" ? toWaiting(item) : item;
}

/** These items with other pictures of theirs. What was uploaded is not what is sent now. */
export function withImages(
  items: readonly ImageItem[],
  images: ReadonlyMap<string, PreparedImage>,
): readonly ImageItem[] {
  const next = (item: ImageItem): ImageItem => {
    const image = images.get(item.id);
    if (!image || !isPrepared(item) || image === item.image) return item;
    return { ...item, image, upload: item.upload.status === "failed" ? item.upload : { status: "none" } };
  };
  return images.size === 0 ? items : items.map(next);
}

/** Ready by its bytes, not by its address. */
export function isPrepared(item: ImageItem): item is PreparedItem {
  return item.status === "ready" && item.image !== undefined;
}

/** What the meter counts and the block is made of; the same object until the item is prepared or checked anew. */
export function sentImage(item: ReadyItem): SentImage {
  return item.image ?? item.check;
}
