import { useEffect } from "react";
import { isInRichText, isMarked } from "./event-path.js";
import { type PasteRejection, pastedPictures } from "./pasted-pictures.js";
import { pickPastedFiles, readClipboard } from "./pick-pasted-files.js";

/**
 * Where to listen for pastes. `root`: inside the root element, text boxes in it included. `document`: anywhere in the page,
 * for composers whose text box lies outside; pastes that something else has handled (`preventDefault`) or that are aimed
 * inside an element marked `data-vd-ignore-paste` are left alone. `none`: nowhere.
 */
export type PasteFrom = "root" | "document" | "none";

/** Called with the contents of a paste. */
export interface PasteTakers {
  onFiles: (files: File[]) => void;
  /** `undefined`: addresses are not taken. */
  onUrl: ((url: string) => void) | undefined;
  onPasteRejected: (reason: PasteRejection) => void;
}

/** Pastes that a dropzone has rejected. Not marked by `preventDefault`, since the browser may still use them. */
const rejected = new WeakSet<Event>();

/** Takes a paste with pictures, and keeps the browser from inserting the file's name; any other is left to the browser (T2). */
export function takePaste(event: ClipboardEvent, { onFiles, onUrl, onPasteRejected }: PasteTakers): void {
  if (event.defaultPrevented || rejected.has(event) || !event.clipboardData) return;
  if (isMarked(event, "data-vd-ignore-paste")) return;
  const data = readClipboard(event.clipboardData);
  const files = pickPastedFiles(data);
  const pictures = files.length > 0 ? { files } : pastedPictures(data, onUrl !== undefined);
  if (!pictures) return;
  if ("rejected" in pictures) {
    // The editor shows the picture itself.
    if (isInRichText(event)) return;
    rejected.add(event);
    return onPasteRejected(pictures.rejected);
  }
  event.preventDefault();
  if ("files" in pictures) onFiles(pictures.files);
  else onUrl?.(pictures.url);
}

/** The page-wide listener of `pasteFrom: "document"`; `home` is the document to listen in, `undefined` for nowhere. */
export function useDocumentPaste(home: Document | undefined, listen: (event: ClipboardEvent) => void): void {
  useEffect(() => {
    home?.addEventListener("paste", listen);
    return () => home?.removeEventListener("paste", listen);
  }, [home, listen]);
}
