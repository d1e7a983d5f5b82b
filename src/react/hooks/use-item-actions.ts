/**
 * Remove, retry and move for people at a keyboard: the button they pressed may be removed, moved in the page or disabled, and the
 * browser would then move the focus to the top of the page.
 */
import type { RefObject } from "react";
import { useEffect, useRef, useState } from "react";
import type { ImageItem, ImageQueue } from "../../queue/types.js";
import { errorOf } from "../components/can-retry.js";
import type { ItemAction } from "../components/data-attributes.js";
import { hasFocus } from "../components/has-focus.js";

export type ItemActions = Pick<ImageQueue<unknown>, "remove" | "retry" | "move">;

export interface RowActions extends ItemActions {
  /** Moves an item by so many places. */
  step: (id: string, places: number) => void;
}

interface FocusGoal {
  /** True once the list shows the change; until then the old button is still there. */
  reached: (items: readonly ImageItem[]) => boolean;
  /** Tried in this order. */
  buttons: readonly { id: string; action: ItemAction }[];
}

export interface ItemActionsInput extends ItemActions {
  /** The same array as long as no item changes. */
  items: readonly ImageItem[];
  rootRef: RefObject<HTMLElement | null>;
}

/** The same object as long as the root is mounted, so that no row is rendered because of it. */
export function useItemActions(input: ItemActionsInput): RowActions {
  const { items, rootRef } = input;
  const goal = useRef<FocusGoal>(undefined);
  const latest = useRef(input);
  // oxlint-disable-next-line react/refs -- they are read only when a button is pressed
  const [actions] = useState(() => createActions(latest, goal));

  useEffect(() => {
    latest.current = input;
  });

  useEffect(() => {
    if (!goal.current?.reached(items)) return;
    const { buttons } = goal.current;
    goal.current = undefined;
    const root = rootRef.current;
    const wanted = buttons
      .map(({ id, action }) => findButton(root, id, action))
      .find((button) => button && !button.disabled);
    (wanted ?? root?.querySelector<HTMLElement>("[data-vd-area]"))?.focus();
  }, [items, rootRef]);

  return actions;
}

function createActions(latest: RefObject<ItemActionsInput>, goal: RefObject<FocusGoal | undefined>): RowActions {
  /** Only if the focus is in the row: a click in Safari focuses no button, and must not move the focus either. */
  function moveFocusTo(id: string, next: FocusGoal): void {
    const item = findItem(latest.current.rootRef.current, id);
    if (item && hasFocus(item)) goal.current = next;
  }

  function move(id: string, toIndex: number): void {
    const from = indexOf(id);
    const [same, other]: ItemAction[] = toIndex < from ? ["earlier", "later"] : ["later", "earlier"];
    const buttons = [same, other].flatMap((action) => (action ? [{ id, action }] : []));
    moveFocusTo(id, { reached: (list) => list[toIndex]?.id === id, buttons });
    latest.current.move(id, toIndex);
  }

  const indexOf = (id: string) => latest.current.items.findIndex((item) => item.id === id);

  return {
    remove(id) {
      const { items, remove } = latest.current;
      const at = indexOf(id);
      const neighbour = items[at + 1] ?? items[at - 1];
      const buttons = neighbour ? [{ id: neighbour.id, action: "remove" as const }] : [];
      moveFocusTo(id, { reached: (list) => list.every((item) => item.id !== id), buttons });
      remove(id);
    },
    retry(id) {
      const reached = (list: readonly ImageItem[]) => list.some((item) => item.id === id && !errorOf(item));
      moveFocusTo(id, { reached, buttons: [{ id, action: "remove" }] });
      latest.current.retry(id);
    },
    move,
    step: (id, places) => move(id, indexOf(id) + places),
  };
}

function findItem(root: HTMLElement | null, id: string): HTMLElement | undefined {
  const all = Array.from(root?.querySelectorAll<HTMLElement>("[data-vd-item]") ?? []);
  return all.find(({ dataset }) => dataset.id === id);
}

function findButton(root: HTMLElement | null, id: string, action: ItemAction): HTMLButtonElement | null | undefined {
  return findItem(root, id)?.querySelector<HTMLButtonElement>(`button[data-action="${action}"]`);
}
