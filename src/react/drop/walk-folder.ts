/**
 * Lists the files of a dropped folder and the folders in it: files first, sorted by name as in file managers, then folders.
 * Loaded when needed.
 */
import { ImageError } from "../../shared/errors.js";
import { rejectLater } from "../../shared/known-rejections.js";

/** The part of `FileSystemHandle` that is used; not yet in every DOM library. */
export type EntryHandle =
  | { kind: "file"; name: string; getFile: () => Promise<File> }
  | { kind: "directory"; name: string; values: () => AsyncIterable<EntryHandle> };

interface Node {
  name: string;
  file?: () => Promise<File>;
  children?: () => Promise<Node[]>;
}

/**
 * All files of a folder, by its handle where there is one. An entry that cannot be read becomes a file with its name that will be
 * rejected, so that it is listed and not silently lost.
 */
export function walkFolder(handle: EntryHandle | undefined, entry: FileSystemDirectoryEntry): Promise<File[]> {
  return readNode(handle?.kind === "directory" ? fromHandle(handle) : fromEntry(entry));
}

async function readNode({ name, file, children }: Node): Promise<File[]> {
  try {
    if (file) return [await file()];
    const nodes = (await children?.()) ?? [];
    const filesFirst = nodes.filter(isVisible).toSorted((a, b) => rank(a) - rank(b) || byName(a, b));
    return (await Promise.all(filesFirst.map(readNode))).flat();
  } catch (cause) {
    const message = file
      ? "The file cannot be read. Add it by itself instead of its folder."
      : "The folder cannot be read here. Add the files in it instead.";
    return [rejectLater(new File([], name), new ImageError("file-unreadable", message, { cause }))];
  }
}

const rank = ({ file }: Node) => (file ? 0 : 1);
const byName = (a: Node, b: Node) => a.name.localeCompare(b.name, undefined, { numeric: true });

/** Skips `.DS_Store` and similar files, which were not meant. */
function isVisible({ name }: Node): boolean {
  return !name.startsWith(".") && name !== "Thumbs.db" && name !== "desktop.ini";
}

function fromHandle(handle: EntryHandle): Node {
  if (handle.kind === "file") return { name: handle.name, file: () => handle.getFile() };
  const children = async () => {
    const nodes: Node[] = [];
    for await (const child of handle.values()) nodes.push(fromHandle(child));
    return nodes;
  };
  return { name: handle.name, children };
}

function fromEntry(entry: FileSystemEntry): Node {
  const { name } = entry;
  if (entry.isFile) {
    return { name, file: () => new Promise((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)) };
  }
  return { name, children: async () => (await readEntries(entry as FileSystemDirectoryEntry)).map(fromEntry) };
}

/** `readEntries` gives at most 100 at a time; an empty batch is the end. */
async function readEntries(directory: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = directory.createReader();
  const entries: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (batch.length === 0) return entries;
    entries.push(...batch);
  }
}
