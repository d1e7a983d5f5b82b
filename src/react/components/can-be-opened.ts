import type { ImageItem } from "../../queue/types.js";

/** Whether the preview shows it: not a rejected file, nor a PDF file that is sent as it is. */
export function canBeOpened(item: ImageItem): boolean {
  return item.status !== "rejected" && !item.document;
}
