/** The list and its items' moves from state to state. Pure; an unknown id changes nothing and returns the same list. */
import type { ImageItem, WaitingItem } from "./types.js";

export function replaceItem(items: readonly ImageItem[], id: string, next: (item: ImageItem) => ImageItem): readonly ImageItem[] {
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  return item ? items.with(index, next(item)) : items;
}

export function removeItem(items: readonly ImageItem[], id: string): readonly ImageItem[] {
  const rest = items.filter((item) => item.id !== id);
  return rest.length === items.length ? items : rest;
}

export function moveItem(items: readonly ImageItem[], id: string, toIndex: number): readonly ImageItem[] {
  const from = items.findIndex((item) => item.id === id);
  const item = items[from];
  const to = Math.min(items.length - 1, Math.max(0, Math.trunc(toIndex)));
  if (!item || from === to || Number.isNaN(to)) return items;
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** Back to the start of the line, in its place in the list. */
export function toWaiting({ id, name, file }: ImageItem): WaitingItem {
  return { id, name, file, status: "waiting" };
}

/** What a person may try again: a refused file, a failed upload. */
export function retried(item: ImageItem): ImageItem {
  if (item.status === "ready" && item.upload.status === "failed") return { ...item, upload: { status: "none" } };
  return item.status === "rejected" ? toWaiting(item) : item;
}

/** Work that was called off begins again at its beginning. */
export function interrupted(item: ImageItem): ImageItem {
  if (item.status === "ready" && item.upload.status === "uploading") return { ...item, upload: { status: "none" } };
  return item.status === "working" ? toWaiting(item) : item;
}
