import { useEffect } from "react";
import { pickPastedFiles, readClipboard } from "./pick-pasted-files.js";

/**
 * Where a paste is listened for. `root`: inside the root element, text boxes in it included. `document`: anywhere in the page,
 * for composers whose text box lies outside; pastes that something else has handled (`preventDefault`) or that are aimed
 * inside an element marked `data-vd-ignore-paste` are left alone. `none`: nowhere.
 */
export type PasteFrom = "root" | "document" | "none";

/** A clipboard event that is ours is taken and kept from also inserting the file's name; any other is not touched (T2). */
export function takePaste(event: ClipboardEvent, onFiles: (files: File[]) => void): void {
  if (event.defaultPrevented || !event.clipboardData) return;
  if (event.target instanceof Element && event.target.closest("[data-vd-ignore-paste]")) return;
  const files = pickPastedFiles(readClipboard(event.clipboardData));
  if (files.length === 0) return;
  event.preventDefault();
  onFiles(files);
}

/** The page-wide listener of `pasteFrom: "document"`. */
export function useDocumentPaste(enabled: boolean, onFiles: (files: File[]) => void): void {
  useEffect(() => {
    if (!enabled) return undefined;
    const listen = (event: ClipboardEvent) => takePaste(event, onFiles);
    document.addEventListener("paste", listen);
    return () => document.removeEventListener("paste", listen);
  }, [enabled, onFiles]);
}
