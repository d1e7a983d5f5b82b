/** Compiled, never run: code that reads an item must handle one that is sent by its address. */
import type { ImageItem, LinkedItem, PreparedItem, ReadyRequest } from "../../src/queue/types.js";

export function widthOf(item: ImageItem): number | undefined {
  if (item.status === "working") return item.header?.width;
  return item.status === "ready" ? item.image?.width : undefined;
}
export function wordsOf(item: ImageItem): string {
  switch (item.status) {
    case "waiting":
      return item.file ? item.name : item.url;
    case "working":
      return item.step === "prepare" ? String(item.file.size) : item.url;
    case "ready":
      if (item.document) return String(item.document.pageCount);
      return item.image ? item.upload.status : item.check.url;
    case "rejected":
      return item.error.message;
  }
}
export const sizesOf = ({ items }: ReadyRequest<unknown>): (number | undefined)[] =>
  items.map((item) => (item.document ? item.document.bytes : item.image ? item.image.bytes : item.check.bytes));

// @ts-expect-error it may have no image
export const hasImage = (item: PreparedItem | LinkedItem): number => item.image.width;
// @ts-expect-error only an image whose bytes are here is uploaded
export const hasUpload = (item: PreparedItem | LinkedItem): string => item.upload.status;
// @ts-expect-error an address has no file until it is fetched
export const hasFile = (item: ImageItem): Blob => item.file;
// @ts-expect-error a file that was dropped comes from no address
export const hasUrl = (item: ImageItem): string => item.url;
