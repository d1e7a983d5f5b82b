/** What a drop brought, folders included, in the order it was dropped. */
import { isPromise } from "../../shared/platform-types.js";
import { withoutShortcuts } from "./dropped-url.js";
import { walkFolder } from "./walk-folder.js";

type Droppable = File | Promise<File[]>;

/**
 * Reads a drop. Everything is asked for while the event lasts, since a `DataTransferItem` is dead afterwards; without folders
 * the answer is there at once, so that the files are in the queue before the event is over (T1). The shortcut that a dragged
 * link is dressed up as is left out (T32).
 */
export function collectDroppedFiles(data: DataTransfer): File[] | Promise<File[]> {
  const items = Array.from(data.items ?? []).filter(({ kind }) => kind === "file");
  const found = items.flatMap((item): Droppable[] => {
    const entry = item.webkitGetAsEntry?.() ?? undefined;
    if (entry?.isDirectory) return [walkFolder(item, entry as FileSystemDirectoryEntry)];
    const file = item.getAsFile();
    return file ? [file] : [];
  });
  // Some drags fill `files` only; an item of a foreign window may have no file behind it.
  if (found.length === 0) return withoutShortcuts(Array.from(data.files ?? []));
  if (found.every(isFile)) return withoutShortcuts(found);
  return Promise.all(found.map((one) => Promise.resolve(one))).then((lists) => withoutShortcuts(lists.flat()));
}

function isFile(one: Droppable): one is File {
  return !isPromise<unknown>(one);
}
