/** A file of several pages becomes an item a page. Loaded when one comes. Pure. */
import type { PageList } from "../shared/app-codecs.js";
import { ImageError } from "../shared/errors.js";
import { freeLabel } from "../shared/file-name.js";
import { createId } from "../shared/create-id.js";
import type { ImageHeader } from "../shared/types.js";
import { rulesFor } from "./admission.js";
import { labelsBeside } from "./items.js";
import type { FileSource, WaitingItem } from "./types.js";
import type { Expand } from "./work.js";

/** A file that says it has more is more likely an attack than a scan: each page is an item of the list. */
const MAX_PAGES = 1_000;

/**
 * The pages in their order. Those for which there is no room among the other images stay together as one more item, which is rejected when
 * all places are taken for good, and becomes pages when some are free. What is made depends on the list as it is then. Throws `ImageError`.
 */
export function expandPages(source: FileSource, { count, sizes = [], chosen }: PageList, header: ImageHeader): Expand {
  const numbers = () => Array.from({ length: Math.min(count, MAX_PAGES + 1) }, (_, at) => at + 1);
  const wanted = source.pages?.wanted ?? chosen ?? numbers();
  if (wanted.length > MAX_PAGES) throw tooManyPages(chosen?.length ?? count);
  const name = source.pages ? source.name.replace(/ \(pages? [^)]*\)$/, "") : source.name;
  return (items, options) => {
    const others = items.filter(({ id, status }) => id !== source.id && status !== "rejected");
    // The pool has no say in how many there may be.
    const places = Math.max(1, rulesFor(options, 1).maxImages - others.length);
    const [now, later] = [wanted.slice(0, places), wanted.slice(places)];
    const labels = labelsBeside(items, source.id);
    return [...now.map((page) => [page]), ...(later.length > 0 ? [later] : [])].map((pages, at): WaitingItem => {
      const named = `${name} (${quotePages(pages)} of ${count})`;
      const label = freeLabel(named, labels);
      labels.add(label);
      const size = pages.length === 1 ? sizes[pages[0]! - 1] : undefined;
      return {
        // The first keeps the id, by which the item is known.
        id: at === 0 ? source.id : createId(),
        name: named,
        label,
        file: source.file,
        ...(source.options && { options: source.options }),
        ...(source.url !== undefined && { url: source.url }),
        pages: { wanted: pages, of: count },
        status: "waiting",
        ...(size && { header: { ...header, width: size.width, height: size.height, orientation: 1 } }),
      };
    });
  };
}

function tooManyPages(count: number): ImageError {
  const message = `The file has ${count} pages; at most ${MAX_PAGES} can be taken at once. Split it and add the parts.`;
  return new ImageError("too-many-files", message, { actual: count, limit: MAX_PAGES });
}

/** "page 2", "pages 3 to 7"; of pages with gaps, or in another order, the first and the last. */
function quotePages(pages: readonly number[]): string {
  return pages.length === 1 ? `page ${pages[0]}` : `pages ${pages[0]} to ${pages.at(-1)}`;
}
