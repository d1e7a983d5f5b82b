import type { ImageItem } from "../../queue/types.js";
import { menuWords } from "../menu/menu-messages.js";
import type { DropzoneMessages } from "./messages.js";

/** More files than these are counted instead of named. */
export const MOST_FILES_NAMED = 3;

/** Whether to name these: a few with a PDF file among them. The texts that count call all of them images. */
export function areNamed(items: readonly ImageItem[]): boolean {
  return items.length <= MOST_FILES_NAMED && items.some(({ document }) => document);
}

/** The item's `label`; for a page or a piece in the language of `messages`. Pure. */
export function labelOf(item: ImageItem, messages: DropzoneMessages): string {
  if (!item.file || !item.pages) return item.label;
  const { name, wanted, of, arePieces = false } = item.pages;
  const words = menuWords(messages).partName(name, { first: wanted[0]!, last: wanted.at(-1)!, of, arePieces });
  // The number that tells it from others of the same name.
  return `${words}${item.label.slice(item.name.length)}`;
}
