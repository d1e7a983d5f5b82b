/** The list, and how its items change state. Pure; for an unknown id they return the same list. */
import { freeLabel } from "../shared/file-name.js";
import type { PreparedImage, SentPart } from "../shared/types.js";
import type { ImageItem, ItemSource, PreparedItem, ReadyItem, WaitingItem, WorkingItem } from "./types.js";

/** Each item in its next state; the same list if none changes. */
export function mapItems(items: readonly ImageItem[], next: (item: ImageItem) => ImageItem): readonly ImageItem[] {
  const mapped = items.map(next);
  return mapped.some((item, index) => item !== items[index]) ? mapped : items;
}

export function replaceItem(
  items: readonly ImageItem[],
  id: string,
  next: (item: ImageItem) => ImageItem,
): readonly ImageItem[] {
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  return item ? items.with(index, next(item)) : items;
}

/** Puts several items in the place of one. */
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

/** The fields that an item has in every state. */
export function sourceOf(item: ItemSource): ItemSource {
  const { id, name, label, options } = item;
  const base = { id, name, label, ...(options && { options }) };
  if (item.file === undefined) return { ...base, file: undefined, url: item.url };
  const { file, url, pages, thumbnail } = item;
  return { ...base, file, ...(url !== undefined && { url }), ...(pages && { pages }), ...(thumbnail && { thumbnail }) };
}

/** The labels that a new label must differ from: all but the item's own. */
export function labelsBeside(items: readonly ImageItem[], id?: string): Set<string> {
  return new Set(items.filter((item) => item.id !== id).map(({ label }) => label));
}

/**
 * The new state of an item, ready for the list: its thumbnail and its options may have changed in the meantime, and an address
 * takes the name of the file that came from it.
 */
export function asListed(item: ImageItem, items: readonly ImageItem[]): ImageItem {
  const before = items.find(({ id }) => id === item.id);
  const thumbnail = before?.file && before.thumbnail;
  const asked = before?.options === item.options ? item : { ...item, options: before?.options };
  const shown = asked.file && thumbnail ? { ...asked, thumbnail } : asked;
  return before?.name === item.name ? shown : { ...shown, label: freeLabel(item.name, labelsBeside(items, item.id)) };
}

/** Back to the start of its work, at the same place in the list. The picture made before is shown until it is made again. */
export function toWaiting(item: ItemSource | ImageItem): WaitingItem {
  const source = sourceOf(item);
  const made = "image" in item ? item.image?.blob : undefined;
  return source.file && made ? { ...source, thumbnail: made, status: "waiting" } : { ...source, status: "waiting" };
}

/** Starts its work: asking the server about an address, or preparing a file. */
export function toWorking(item: ItemSource | WaitingItem): WorkingItem {
  const source = sourceOf(item);
  if (source.file === undefined) return { ...source, status: "working", step: "check", header: undefined };
  return { ...source, status: "working", step: "prepare", header: "header" in item ? item.header : undefined };
}

/** The item to try again: a rejected file, a failed upload, or an address about which something could not be found out. */
export function retried(item: ImageItem): ImageItem {
  if (item.status === "rejected") return toWaiting(item);
  if (item.status !== "ready") return item;
  if (item.document) return item;
  if (!item.image) return item.check.status === "unknown" ? toWaiting(item) : item;
  return item.upload.status === "failed" ? { ...item, upload: { status: "none" } } : item;
}

/** Aborted work starts again from the beginning. */
export function interrupted(item: ImageItem): ImageItem {
  if (item.status === "ready" && item.image && item.upload.status === "uploading")
    return { ...item, upload: { status: "none" } };
  return item.status === "working" ? toWaiting(item) : item;
}

/** The items with new pictures. Uploads are reset, because the uploaded picture is no longer the one that is sent. */
export function withImages(
  items: readonly ImageItem[],
  images: ReadonlyMap<string, PreparedImage>,
): readonly ImageItem[] {
  return mapItems(items, (item) => {
    const image = images.get(item.id);
    if (!image || !isPrepared(item) || image === item.image) return item;
    return { ...item, image, upload: item.upload.status === "failed" ? item.upload : { status: "none" } };
  });
}

/** Ready as bytes, not as an address. */
export function isPrepared(item: ImageItem): item is PreparedItem {
  return item.status === "ready" && item.image !== undefined;
}

/** What the meter counts and the block is made of; the same object until the item is prepared or checked again. */
export function sentPart(item: ReadyItem): SentPart {
  return item.document ?? item.image ?? item.check;
}
