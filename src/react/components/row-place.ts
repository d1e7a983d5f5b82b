import { createContext } from "react";
import type { ImageItem } from "../../queue/types.js";
import { useDropzoneContext } from "./dropzone-context.js";

/** Which ways a row can be moved. Not its index, which changes for every row below one that is removed. */
export type RowPlace = "only" | "first" | "middle" | "last";

/** Set by the list around each of its rows. */
export const RowPlaceContext = /* @__PURE__ */ createContext<RowPlace | undefined>(undefined);

/** The items that have a place in the order: all but rejected files. */
export function sentOf(items: readonly ImageItem[]): readonly ImageItem[] {
  return items.filter(({ status }) => status !== "rejected");
}

export function placeOf(item: ImageItem, sent: readonly ImageItem[]): RowPlace {
  if (sent.length <= 1 || item.status === "rejected") return "only";
  return item.id === sent[0]?.id ? "first" : item.id === sent.at(-1)?.id ? "last" : "middle";
}

/** For an item that an app renders outside `VisionDropzone.List`. */
export function usePlaceByLookup(item: ImageItem): RowPlace {
  return placeOf(item, sentOf(useDropzoneContext().dropzone.items));
}
