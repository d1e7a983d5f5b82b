/** Turns a file of several pages into one item per page, and a tall picture into one per piece. Loaded when needed. Pure. */
import type { PageList } from "../shared/app-codecs.js";
import { ImageError } from "../shared/errors.js";
import { freeLabel } from "../shared/file-name.js";
import { expectedRows } from "../shared/pieces.js";
import type { PrepareSettings } from "../shared/settings.js";
import { createId } from "../shared/create-id.js";
import type { ImageHeader, Size } from "../shared/types.js";
import { rulesFor } from "./admission.js";
import { labelsBeside } from "./items.js";
import type { FileSource, WaitingItem } from "./types.js";
import type { Expand } from "./work.js";

/** A file that claims more pages is more likely an attack than a scan: each page is an item of the list. */
const MAX_PAGES = 1_000;

/** Describes the parts of a file that become items. */
interface Parts {
  wanted: readonly number[];
  of: number;
  arePieces: boolean;
  /** Upright size in pixels, if known. */
  sizeOf: (part: number) => Size | undefined;
}

/** The pages in order. If there are more than anybody sends, they are rejected together, so that a person can choose. */
export function expandPages(source: FileSource, { count, sizes = [], chosen }: PageList, header: ImageHeader): Expand {
  const numbers = () => Array.from({ length: count }, (_, at) => at + 1);
  const wanted = source.pages?.wanted ?? chosen ?? numbers();
  const { from = source.id, name = source.name } = source.pages ?? {};
  if (wanted.length > MAX_PAGES)
    return () => [
      { ...source, pages: { wanted, of: count, from, name }, status: "rejected", error: tooManyPages(wanted.length) },
    ];
  return expand(source, { wanted, of: count, arePieces: false, sizeOf: (page) => sizes[page - 1] }, header);
}

/** The pieces of a tall picture, from top to bottom. */
export function expandPieces(
  source: FileSource,
  count: number,
  header: ImageHeader,
  { box }: Pick<PrepareSettings, "box">,
): Expand {
  const of = source.pages?.of ?? count;
  const wanted = source.pages?.wanted ?? Array.from({ length: of }, (_, at) => at + 1);
  const size = { width: header.width, height: expectedRows(header, box, of) };
  return expand(source, { wanted, of, arePieces: true, sizeOf: () => size }, header);
}

/**
 * Parts without a place among the other images stay together as one more item. It is rejected when all places are taken for good,
 * and becomes several when some are free. The result depends on the list at that time.
 */
function expand(source: FileSource, { wanted, of, arePieces, sizeOf }: Parts, header: ImageHeader): Expand {
  const { from = source.id, name = source.name } = source.pages ?? {};
  return (items, options) => {
    const others = items.filter(({ id, status }) => id !== source.id && status !== "rejected");
    // Left out, since the pool does not limit how many there may be.
    const places = Math.max(1, rulesFor(options, 1, others).maxImages - others.length);
    const [now, later] = [wanted.slice(0, places), wanted.slice(places)];
    const labels = labelsBeside(items, source.id);
    return [...now.map((part) => [part]), ...(later.length > 0 ? [later] : [])].map((parts, at): WaitingItem => {
      const named = `${name} (${arePieces ? quotePieces(parts) : quotePages(parts)} of ${of})`;
      const label = freeLabel(named, labels);
      labels.add(label);
      const size = parts.length === 1 ? sizeOf(parts[0]!) : undefined;
      return {
        // The first part keeps the id by which the item is known.
        id: at === 0 ? source.id : createId(),
        name: named,
        label,
        file: source.file,
        ...(source.options && { options: source.options }),
        ...(source.url !== undefined && { url: source.url }),
        pages: { wanted: parts, of, from, name, ...(arePieces && { arePieces }) },
        status: "waiting",
        ...(size && { header: { ...header, width: size.width, height: size.height, orientation: 1 } }),
      };
    });
  };
}

function tooManyPages(count: number): ImageError {
  const message = `The file has ${count} pages; at most ${MAX_PAGES} can be taken at once. Choose some.`;
  return new ImageError("too-many-files", message, { actual: count, limit: MAX_PAGES });
}

/** "page 2", "pages 3 to 7"; for pages with gaps, or in another order, only the first and the last are named. */
function quotePages(pages: readonly number[]): string {
  return pages.length === 1 ? `page ${pages[0]}` : `pages ${pages[0]} to ${pages.at(-1)}`;
}

/** "2", "pieces 3 to 7". */
function quotePieces(pieces: readonly number[]): string {
  return pieces.length === 1 ? `${pieces[0]}` : `pieces ${pieces[0]} to ${pieces.at(-1)}`;
}
