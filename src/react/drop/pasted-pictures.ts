/**
 * The pictures of a clipboard that holds no file: Google Docs, Sheets and Slides copy a picture as HTML that names its address.
 * Pure but for making files of what is written out in the HTML.
 */
import { dataUrlFile } from "./data-url-file.js";
import type { PastedData } from "./pick-pasted-files.js";
import { shownImages } from "./shown-images.js";

/**
 * Why a pasted picture is not taken. `address`: it is only named by its address, and `urls` is off. `several`: so are several at
 * once. `unreadable`: it is in another program's file or message, or written out wrongly.
 */
export type PasteRefusal = "address" | "several" | "unreadable";

export type PastedPictures = { files: File[] } | { url: string } | { refused: PasteRefusal };

/** `undefined`: the paste is no picture, or holds a word beside it, and then it is text (T2). */
export function pastedPictures({ files, items, text, html }: PastedData, takesUrls: boolean): PastedPictures | undefined {
  if (files.length + items.length > 0) return undefined;
  const shown = shownImages(html);
  const [first] = shown;
  if (first === undefined || !isOnlyPicture(text, first)) return undefined;
  const written = shown.flatMap((src) => dataUrlFile(src) ?? []);
  if (written.length === shown.length) return { files: written };
  if (!shown.every((src) => /^https?:/i.test(src))) return { refused: "unreadable" };
  if (shown.length > 1) return { refused: "several" };
  return takesUrls ? { url: first } : { refused: "address" };
}

/** Some programs write the address, or the sign of an object that is no text. A picture's description is text: emoji come so. */
function isOnlyPicture(text: string, src: string): boolean {
  const words = text.replaceAll(/\ufffc/g, "").trim();
  return words === "" || words === src;
}
