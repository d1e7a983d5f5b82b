import { useCallback, useState } from "react";
import type { ImageError, ImageItem, LinkedItem, PreparedImage } from "vision-dropzone/core";

/** One finished image of this visit, kept after it was sent or removed. A rejected address has no file. */
export type LogEntry =
  | { id: string; name: string; file: Blob; image: PreparedImage; link?: never; error?: never }
  | { id: string; name: string; file: undefined; image?: never; link: LinkedItem; error?: never }
  | { id: string; name: string; file: Blob | undefined; image?: never; link?: never; error: ImageError };

/** In the order in which images were added, not finished; `undefined` while one is under way. */
type Log = ReadonlyMap<string, LogEntry | undefined>;

function entryOf(item: ImageItem): LogEntry | undefined {
  const { id, name, file } = item;
  if (item.status === "ready" && item.image) return { id, name, file: item.file, image: item.image };
  if (item.status === "ready" && !item.file) return { id, name, file: undefined, link: item };
  if (item.status === "rejected") return { id, name, file, error: item.error };
  return undefined;
}

/** An image that is prepared again with other options replaces its earlier line; until then that line stays. */
function isNews(log: Log, item: ImageItem): boolean {
  const before = log.get(item.id);
  const entry = entryOf(item);
  if (!entry) return !log.has(item.id);
  return entry.image !== before?.image || entry.error !== before?.error || entry.link?.check !== before?.link?.check;
}

/** The log of every image (M11), and the function that writes to it: call it with the items of each snapshot. */
export function useImageLog(): [readonly LogEntry[], (items: readonly ImageItem[]) => void] {
  const [log, setLog] = useState<Log>(new Map());
  const record = useCallback((items: readonly ImageItem[]) => {
    setLog((before) => {
      const news = items.filter((item) => isNews(before, item));
      return news.length === 0
        ? before
        : new Map([...before, ...news.map((item) => [item.id, entryOf(item)] as const)]);
    });
  }, []);
  return [[...log.values()].filter((entry) => entry !== undefined), record];
}
