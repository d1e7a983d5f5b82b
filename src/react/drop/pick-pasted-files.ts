/**
 * Decides which files of a clipboard to take. Pure. Text is preferred to a picture of that text (Word, Excel, Docs and OneNote
 * put both on the clipboard, T2), unless the text only names the file, as file managers and browsers do.
 */

/** The contents of a `paste` event, read during the event. */
export interface PastedData {
  /** `clipboardData.types`. */
  types: readonly string[];
  /** `clipboardData.files`. */
  files: readonly File[];
  /** The files among `clipboardData.items`. */
  items: readonly File[];
  /** `text/plain`, empty when there is none. */
  text: string;
  /** `text/html`, empty when there is none. */
  html: string;
}

/** Reads a clipboard; only valid while its event is being handled. */
export function readClipboard(data: DataTransfer): PastedData {
  const items = Array.from(data.items ?? []).flatMap((item) => {
    const file = item.kind === "file" ? item.getAsFile() : null;
    return file ? [file] : [];
  });
  return {
    types: Array.from(data.types),
    files: Array.from(data.files ?? []),
    items,
    text: data.getData("text/plain"),
    html: data.getData("text/html"),
  };
}

/** The files to take, in the order of the clipboard; if empty, the paste must be left to the browser. */
export function pickPastedFiles({ types, files, items, text }: Omit<PastedData, "html">): File[] {
  const found = mergeViews(files, items);
  if (found.length === 0) return [];
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const words = lines.filter((line) => line !== "");
  const isOffice = types.includes("text/rtf") || types.includes("text/richtext");
  return words.every((line) => line.length <= MAX_LINE_CHARS && namesFile(line, found, isOffice)) ? found : [];
}

/** `files` and `items` show the same clipboard as different objects; browsers fill one or both (T3). */
function mergeViews(files: readonly File[], items: readonly File[]): File[] {
  const unmatched = files.map(fingerprint);
  const onlyInItems = items.filter((item) => {
    const at = unmatched.indexOf(fingerprint(item));
    if (at < 0) return true;
    unmatched.splice(at, 1);
    return false;
  });
  return [...files, ...onlyInItems];
}

/** Without `lastModified`: a file made from the clipboard gets the current time each time it is read. */
function fingerprint({ name, size, type }: File): string {
  return JSON.stringify([name, size, type]);
}

/** The longest path of Linux; addresses are shorter. Longer lines are text: the patterns below may take quadratic time. */
const MAX_LINE_CHARS = 4_096;
const IMAGE_REFERENCE =
  /^(?:file|https?|blob|content):\S+\.(?:avif|bmp|gif|heic|heif|jfif|jpe?g|jxl|png|tiff?|webp)(?:[?#]\S*)?$/i;
const IMAGE_PATH = /^(?:~?\/|[a-z]:\\|\\\\).*\.(?:avif|bmp|gif|heic|heif|jfif|jpe?g|jxl|png|tiff?|webp)$/i;

/** A line that is the name, path or address of one of the files. A single URL in a spreadsheet cell still counts as text. */
function namesFile(line: string, files: readonly File[], isOffice: boolean): boolean {
  const last = baseName(line);
  if (files.some(({ name }) => name.normalize() === last.normalize())) return true;
  return !isOffice && files.length === 1 && (IMAGE_REFERENCE.test(line) || IMAGE_PATH.test(line));
}

function baseName(line: string): string {
  const isUrl = /^[a-z][a-z0-9+.-]+:/i.test(line);
  const path = isUrl ? line.replace(/[?#].*$/, "") : line;
  const last = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  try {
    return isUrl ? decodeURIComponent(last) : last;
  } catch {
    // A lone "%" in a file name.
    return last;
  }
}
