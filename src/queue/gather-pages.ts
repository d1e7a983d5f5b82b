/** Pages of PDF files that have become images, for options under which the files are sent as they are. Loaded when these change. */
import { freeLabel } from "../shared/file-name.js";
import { decideDocument } from "./decide-document.js";
import { type DocumentSite, knownFiles, situationOf } from "./document-situation.js";
import { labelsBeside, removeItems, toWaiting } from "./items.js";
import type { FileSource, ImageItem, ItemPages } from "./types.js";

type PageItem = ImageItem & FileSource & { pages: ItemPages };

interface GatherSite<B> extends Pick<DocumentSite<B>, "kept"> {
  read: () => Omit<DocumentSite<B>, "kept">;
  update: (items: readonly ImageItem[]) => void;
  /** Of an item that is gone. */
  forget: (id: string) => void;
}

/** Puts one item in the place of the pages of each such file. */
export function gatherPages<B>({ read, kept, update, forget }: GatherSite<B>): void {
  const site = { ...read(), kept };
  const { items, options } = site;
  if ((options.documents ?? "images") === "images") return;
  const list = gathered(site);
  if (list === items) return;
  for (const item of items) if (!list.includes(item)) forget(item.id);
  update(list);
}

/** The same list where there is none. */
function gathered<B>(site: DocumentSite<B>): readonly ImageItem[] {
  let list = site.items;
  for (const from of new Set(list.filter(isPdfPage).map(({ pages }) => pages.from))) {
    const group = list.filter(isPdfPage).filter(({ pages }) => pages.from === from);
    const [first] = group;
    if (!first || !isWhole(group)) continue;
    const { pages, ...source } = first;
    const facts = {
      bytes: source.file.size,
      pageCount: pages.of,
      isEncrypted: knownFiles.get(source.file)?.facts.isEncrypted === true,
    };
    const ids = new Set(group.map(({ id }) => id));
    if (decideDocument(facts, situationOf(facts, { ...site, items: list }, ids)).way !== "native") continue;
    const name = first.name.replace(/ \([^()]*\)$/, "");
    const { thumbnail: _, ...file } = source;
    const label = freeLabel(name, labelsBeside(removeItems(list, ids)));
    const one = toWaiting({ ...file, name, label });
    list = list.flatMap((item) => (item.id === first.id ? [one] : ids.has(item.id) ? [] : [item]));
  }
  return list;
}

/** By its header, or by what was made of it. */
function isPdfPage(item: ImageItem): item is PageItem {
  if (item.file === undefined || item.pages === undefined || item.pages.arePieces) return false;
  const header = "header" in item ? item.header : undefined;
  const made = "image" in item ? item.image?.source.mediaType : undefined;
  return (made ?? header?.mediaType) === "application/pdf";
}

/** All pages in their order. Where a person has chosen some, or asked for something for one, they stay images. */
function isWhole(group: readonly PageItem[]): boolean {
  const wanted = group.flatMap(({ pages }) => pages.wanted);
  return (
    group.every(({ options }) => options === undefined) &&
    wanted.length === group[0]?.pages.of &&
    wanted.every((page, at) => page === at + 1)
  );
}
