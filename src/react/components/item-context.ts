import { createContext } from "react";
import type { ImageItem } from "../../queue/types.js";
import type { ItemMenuState } from "../hooks/use-item-menu.js";

/** What an item that is given children shares with the parts among them. */
export interface ItemContextValue {
  item: ImageItem;
  menu: ItemMenuState;
}

export const ItemContext = /* @__PURE__ */ createContext<ItemContextValue | undefined>(undefined);
