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
  /** What `undoRemove` brings back. */
  removed: readonly ImageItem[];
  rootRef: RefObject<HTMLElement | null>;
}

/** Of one root: what its parts share to act on images. */
export interface ActionSite {
  /** As of the last render. */
  latest: ItemActionsInput;
  /** Those that keep the focus in its place; `undefined` until a part that shows images is rendered. */
  actions: RowActions | undefined;
  /** Moves the focus once the list shows the change; true when it is done. */
  moveFocus: ((items: readonly ImageItem[]) => boolean) | undefined;
}

/** Each object stays the same as long as the root is mounted, so that no row is rendered because of it. */
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
