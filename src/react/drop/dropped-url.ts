/**
 * The web address in a drag from another page. Pure. A picture dragged out of a page arrives as its address, as a piece of
 * HTML, and in some browsers as a file too; a dragged link brings a made-up shortcut file (T32).
 */
import { shownImages } from "./shown-images.js";

/** Shortcuts as Windows, macOS and Linux write them. */
const SHORTCUT_NAME = /\.(?:url|webloc|desktop)$/i;
const SHORTCUT_TYPES: readonly string[] = [
  "application/x-mswinurl",
  "application/internet-shortcut",
  "application/x-desktop",
  "application/x-webloc",
];

/**
 * The address to take; `undefined` if the drag has real files (their bytes are better than any address), text, or nothing from
 * the web. Only valid while the event is being handled. Nothing is loaded and nothing in the HTML runs.
 */
export function droppedUrl(data: DataTransfer): string | undefined {
  if (withoutShortcuts(Array.from(data.files ?? [])).length > 0) return undefined;
  const listed = firstUrl(data.getData("text/uri-list"));
  const [shown = "", another] = shownImages(data.getData("text/html"));
  const isAlone = another === undefined;
  // For a picture inside a link, the list has the link's address.
  if (isAlone && isWeb(shown)) return shown;
  // An address is better than a thumbnail in a data: URL.
  return listed ?? (isAlone && /^(?:data|blob):/i.test(shown) ? shown : undefined);
}

/** The files that a person meant: without the shortcut that browsers make for a dragged link. */
export function withoutShortcuts(files: readonly File[]): File[] {
  return files.filter(({ name, type }) => !SHORTCUT_NAME.test(name) && !SHORTCUT_TYPES.includes(type));
}

/** RFC 2483: one address per line, comments begin with "#". A desktop's file: addresses come with the files themselves. */
function firstUrl(uriList: string): string | undefined {
  return uriList
    .split(/\r?\n/)
    .map((line) => line.trim())
    .find(isWeb);
}

function isWeb(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
