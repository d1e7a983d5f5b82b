/**
 * Remove, retry and move for people at a keyboard: the button they pressed may vanish, be moved in the page or become disabled,
 * and the browser would then drop the focus to the top of the page.
 */
import type { RefObject } from "react";
import { useEffect, useRef } from "react";
import type { ImageItem, ImageQueue } from "../core/queue/types.js";
import { troubleOf } from "./can-retry.js";
import type { ItemAction } from "./data-attributes.js";

export type ItemActions = Pick<ImageQueue<unknown>, "remove" | "retry" | "move">;

interface FocusGoal {
  /** True once the list shows what was asked for; until then the old button is still there. */
  reached: (items: readonly ImageItem[]) => boolean;
  /** Tried in this order. */
  buttons: readonly { id: string; action: ItemAction }[];
}

export interface ItemActionsInput extends ItemActions {
  /** Must keep its identity until one changes. */
  items: readonly ImageItem[];
  rootRef: RefObject<HTMLElement | null>;
}

export function useItemActions({ items, rootRef, remove, retry, move }: ItemActionsInput): ItemActions {
  const goal = useRef<FocusGoal>(undefined);

  useEffect(() => {
    if (!goal.current?.reached(items)) return;
    const { buttons } = goal.current;
    goal.current = undefined;
    const root = rootRef.current;
    const wanted = buttons.map(({ id, action }) => findButton(root, id, action)).find((button) => button && !button.disabled);
    (wanted ?? root?.querySelector<HTMLElement>("[data-vd-area]"))?.focus();
  }, [items, rootRef]);

  /** Only for who was there: a click in Safari focuses nothing, and nothing must then be focused for it. */
  function aim(id: string, next: FocusGoal): void {
    const item = findItem(rootRef.current, id);
    if (item?.contains(item.ownerDocument.activeElement)) goal.current = next;
  }

  return {
    remove(id) {
      const at = items.findIndex((item) => item.id === id);
      const neighbour = items[at + 1] ?? items[at - 1];
      const buttons = neighbour ? [{ id: neighbour.id, action: "remove" as const }] : [];
      aim(id, { reached: (list) => list.every((item) => item.id !== id), buttons });
      remove(id);
    },
    retry(id) {
      const reached = (list: readonly ImageItem[]) => list.some((item) => item.id === id && !troubleOf(item));
      aim(id, { reached, buttons: [{ id, action: "remove" }] });
      retry(id);
    },
    move(id, toIndex) {
      const from = items.findIndex((item) => item.id === id);
      const [same, other]: ItemAction[] = toIndex < from ? ["earlier", "later"] : ["later", "earlier"];
      const buttons = [same, other].flatMap((action) => (action ? [{ id, action }] : []));
      aim(id, { reached: (list) => list[toIndex]?.id === id, buttons });
      move(id, toIndex);
    },
  };
}

function findItem(root: HTMLElement | null, id: string): HTMLElement | undefined {
  const all = Array.from(root?.querySelectorAll<HTMLElement>("[data-vd-item]") ?? []);
  return all.find(({ dataset }) => dataset.id === id);
}

function findButton(root: HTMLElement | null, id: string, action: ItemAction): HTMLButtonElement | null | undefined {
  return findItem(root, id)?.querySelector<HTMLButtonElement>(`button[data-action="${action}"]`);
}
