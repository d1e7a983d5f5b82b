import type { RefObject } from "react";
import { useEffect, useRef, useState } from "react";
import type { ImageItem, ImageQueue } from "../../queue/types.js";
import type { RowActions } from "./use-row-actions.js";

/** What an app's own parts may do with an image. */
export interface ItemActions extends Pick<ImageQueue<unknown>, "retry" | "move"> {
  remove: (id: string) => void;
}

export interface ItemActionsInput extends Pick<
  ImageQueue<unknown>,
  "remove" | "retry" | "move" | "undoRemove" | "setImageOptions"
> {
  /** The same array as long as no item changes. */
  items: readonly ImageItem[];
  /** The items that `undoRemove` brings back. */
  removed: readonly ImageItem[];
  rootRef: RefObject<HTMLElement | null>;
}

/** Belongs to one root: its parts share it to act on images. */
export interface ActionSite {
  /** As of the last render. */
  latest: ItemActionsInput;
  /** Actions that manage the focus; `undefined` until a part that shows images is rendered. */
  actions: RowActions | undefined;
  /** Moves the focus once the list shows the change; returns true when done. */
  moveFocus: ((items: readonly ImageItem[]) => boolean) | undefined;
}

/** Each object stays the same while the root is mounted, so that it never causes a row to render. */
export function useItemActions(input: ItemActionsInput) {
  const { items } = input;
  const site = useRef<ActionSite>({ latest: input, actions: undefined, moveFocus: undefined });
  // oxlint-disable-next-line react/refs -- it is read only when an action is called
  const [itemActions] = useState(() => actionsAt(site));

  useEffect(() => {
    site.current.latest = input;
  });

  useEffect(() => {
    if (site.current.moveFocus?.(items)) site.current.moveFocus = undefined;
  }, [items]);

  return { site, itemActions };
}

function actionsAt(site: RefObject<ActionSite>): ItemActions & Pick<ItemActionsInput, "undoRemove"> {
  const now = () => site.current.actions ?? site.current.latest;
  return {
    remove: (id) => now().remove(id),
    retry: (id, options) => now().retry(id, options),
    move: (id, toIndex) => now().move(id, toIndex),
    undoRemove: () => now().undoRemove(),
  };
}
