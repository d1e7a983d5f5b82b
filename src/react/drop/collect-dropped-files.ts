/** The files of a drop, folders included, in the order of the drop. */
import type { ImageError } from "../../shared/errors.js";
import { rejectLater } from "../../shared/known-rejections.js";
import { loadPart } from "../../shared/load-part.js";
import { isPromise } from "../../shared/platform-types.js";
import { withoutShortcuts } from "./dropped-url.js";
import type { EntryHandle } from "./walk-folder.js";

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
    if (entry?.isDirectory) return [readFolder(item, entry as FileSystemDirectoryEntry)];
    const file = item.getAsFile();
    return file ? [file] : [];
  });
  // Some drags fill only `files`; an item from another window may have no file.
  if (found.length === 0) return withoutShortcuts(Array.from(data.files ?? []));
  if (found.every(isFile)) return withoutShortcuts(found);
  return Promise.all(found.map((one) => Promise.resolve(one))).then((lists) => withoutShortcuts(lists.flat()));
}

type Item = DataTransferItem & { getAsFileSystemHandle?: () => Promise<EntryHandle | null> };

async function readFolder(item: Item, entry: FileSystemDirectoryEntry): Promise<File[]> {
  // In Chromium on Windows `readEntries` throws for folders from Explorer (file-selector issue 130); handles work there, but only in secure
  // contexts. Requested before the first await: afterwards the item is dead.
  const handle = isOriginOpaque() ? undefined : item.getAsFileSystemHandle?.().catch(() => null);
  try {
    const { walkFolder } = await loadPart(() => import("./walk-folder.js"));
    return await walkFolder((await handle) ?? undefined, entry);
  } catch (error) {
    return [rejectLater(new File([], entry.name), error as ImageError)];
  }
}

/**
 * In a frame with `sandbox="allow-scripts"`. There `getAsFileSystemHandle` crashes Chromium's tab (pqina/filepond#218), and
 * entries cannot be read either.
 */
function isOriginOpaque(): boolean {
  return globalThis.origin === "null";
}

function isFile(one: Droppable): one is File {
  return !isPromise<unknown>(one);
}
