/** The files of a drop, folders included, in the order of the drop. */
import { isPromise } from "../../shared/platform-types.js";
import { withoutShortcuts } from "./dropped-url.js";
import { walkFolder } from "./walk-folder.js";

type Droppable = File | Promise<File[]>;

/**
 * Reads a drop. All entries are requested during the event, because a `DataTransferItem` is dead afterwards. Without folders the
 * files are returned at once, so that they are in the queue before the event is over (T1). The shortcut that browsers make of a
 * dragged link is left out (T32).
 */
export function collectDroppedFiles(data: DataTransfer): File[] | Promise<File[]> {
  const items = Array.from(data.items ?? []).filter(({ kind }) => kind === "file");
  const found = items.flatMap((item): Droppable[] => {
    const entry = item.webkitGetAsEntry?.() ?? undefined;
    if (entry?.isDirectory) return [walkFolder(item, entry as FileSystemDirectoryEntry)];
    const file = item.getAsFile();
    return file ? [file] : [];
  });
  // Some drags fill `files` only; an item from another window may have no file.
  if (found.length === 0) return withoutShortcuts(Array.from(data.files ?? []));
  if (found.every(isFile)) return withoutShortcuts(found);
  return Promise.all(found.map((one) => Promise.resolve(one))).then((lists) => withoutShortcuts(lists.flat()));
}

function isFile(one: Droppable): one is File {
  return !isPromise<unknown>(one);
}
