import { useCallback, useState } from "react";
import type { ImageError, ImageItem, PreparedImage } from "vision-dropzone/core";

/** One settled image of this visit, kept after it was sent or removed. */
export type LogEntry =
  | { id: string; name: string; file: Blob; image: PreparedImage; error?: never }
  | { id: string; name: string; file: Blob; image?: never; error: ImageError };

function entryOf(item: ImageItem): LogEntry[] {
  const { id, name, file } = item;
  if (item.status === "ready") return [{ id, name, file, image: item.image }];
  if (item.status === "rejected") return [{ id, name, file, error: item.error }];
  return [];
}

/** The log of every image (M11), and the way to write to it: to be called with the items of each snapshot. */
export function useImageLog(): [readonly LogEntry[], (items: readonly ImageItem[]) => void] {
  const [log, setLog] = useState<readonly LogEntry[]>([]);
  const record = useCallback((items: readonly ImageItem[]) => {
    setLog((before) => {
      const known = new Map(before.map((entry) => [entry.id, entry]));
      const news = items.flatMap(entryOf).filter(({ id, image, error }) => {
        const old = known.get(id);
        return !old || old.image !== image || old.error !== error;
      });
      if (news.length === 0) return before;
      // An image that is prepared anew, with other options, replaces its earlier line.
      for (const entry of news) known.set(entry.id, entry);
      return [...known.values()];
    });
  }, []);
  return [log, record];
}
