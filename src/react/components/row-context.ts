/** What the rows of the list share. It stays the same object while images arrive, so that one change renders one row and not all. */
import { createContext, useContext } from "react";
import type { ImageItem } from "../../queue/types.js";
import type { RowActions } from "../hooks/use-item-actions.js";
import type { OpenPreview } from "../hooks/use-preview-opener.js";
import type { DropzoneMessages } from "../text/messages.js";
import { OUTSIDE_ROOT, useDropzoneContext } from "./dropzone-context.js";

export interface RowContextValue {
  messages: DropzoneMessages;
  disabled: boolean;
  actions: RowActions;
  /** Images that are sent by their address may be loaded to be shown. */
  previewUrls: boolean;
  /** `undefined` while the root holds no preview. */
  openPreview: OpenPreview | undefined;
}

export const RowContext = /* @__PURE__ */ createContext<RowContextValue | undefined>(undefined);

export function useRowContext(): RowContextValue {
  const value = useContext(RowContext);
  if (!value) throw new TypeError(OUTSIDE_ROOT);
  return value;
}

/** Which ways a row can be moved. Not its index, which changes for every row below one that is removed. */
export type RowPlace = "only" | "first" | "middle" | "last";

/** Set by the list around each of its rows. */
export const RowPlaceContext = /* @__PURE__ */ createContext<RowPlace | undefined>(undefined);

/** Those that have a place in the order: a rejected file has none. */
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
