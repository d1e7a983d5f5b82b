/**
 * The pictures of a clipboard without files: Google Docs, Sheets and Slides copy a picture as HTML with its address. Pure, except
 * that it makes files of data: URLs.
 */
import { dataUrlFile } from "./data-url-file.js";
import type { PastedData } from "./pick-pasted-files.js";
import { shownImages } from "./shown-images.js";

/**
 * Why a pasted picture is not added. `address`: the clipboard has only its address, and `urls` is off. `several`: it has several
 * addresses. `unreadable`: the picture is in another program's file or message, or its data: URL is not valid.
 */
export type PasteRejection = "address" | "several" | "unreadable";

export type PastedPictures = { files: File[] } | { url: string } | { rejected: PasteRejection };

/** `undefined`: the paste has no picture, or has text besides, so it is text (T2). */
export function pastedPictures(
  { files, items, text, html }: PastedData,
  takesUrls: boolean,
): PastedPictures | undefined {
  if (files.length + items.length > 0) return undefined;
  const shown = shownImages(html);
  const [first] = shown;
  if (first === undefined || !isOnlyPicture(text, first)) return undefined;
  const embedded = shown.flatMap((src) => dataUrlFile(src) ?? []);
  if (embedded.length === shown.length) return { files: embedded };
  if (!shown.every((src) => /^https?:/i.test(src))) return { rejected: "unreadable" };
  if (shown.length > 1) return { rejected: "several" };
  return takesUrls ? { url: first } : { rejected: "address" };
}

/**
 * Some programs add the address, or the character for an object that is not text. A description counts as text, since emoji are
 * pasted like that.
 */
function isOnlyPicture(text: string, src: string): boolean {
  const words = text.replaceAll(/\ufffc/g, "").trim();
  return words === "" || words === src;
}
