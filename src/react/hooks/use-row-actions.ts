/**
 * Removing, retrying and moving with the keyboard: the control that was used may be removed, moved in the page or disabled, and
 * the browser would then move the focus to the top of the page.
 */
import type { RefObject } from "react";
import type { ImageItem } from "../../queue/types.js";
import type { ImageOptions } from "../../shared/types.js";
import { areaIn } from "../components/area-in.js";
import { errorOf } from "../components/can-retry.js";
import { controlAt, controlIn, itemById, itemsIn, REMOVE_BUTTON, selectorOf } from "../components/item-controls.js";
import { useRowContext } from "../components/row-context.js";
import { sentOf } from "../components/row-place.js";
import { hasFocus } from "../components/has-focus.js";
import type { ActionSite, ItemActions } from "./use-item-actions.js";

export interface RowActions extends ItemActions {
  /** Removes several at once: one step to undo. */
  removeEach: (items: readonly { id: string }[]) => void;
  undoRemove: () => void;
  /** Prepares an image again, large enough for the text in it. */
  keepLarger: (id: string) => void;
  /** Cuts a tall image into pieces. */
  split: (id: string) => void;
  /** Undoes `keepLarger`: the image gets back its own preset and box from before. */
  keepSmaller: (id: string) => void;
  /** Moves an item by this many places among those that are sent. */
  step: (id: string, places: number) => void;
  /** Moves an item to a place among those that are sent. */
  place: (id: string, position: number) => void;
  /** The last item that was moved. */
  movedId: () => string | undefined;
}

/** The same object for all parts of a root. */
export function useRowActions(): RowActions {
  const { site } = useRowContext();
  // oxlint-disable-next-line react/refs -- made once, by the first part that is rendered
  return (site.current.actions ??= createActions(site));
}

interface FocusGoal {
  /** True once the list shows the change; until then the old control still exists. */
  reached: (items: readonly ImageItem[]) => boolean;
  /** Where the focus goes; without an item, to the area. */
  id: string | undefined;
  /** Controls that are tried in this order, before the one that usually gets the focus first. */
  controls: readonly string[];
}

const OPPOSITES: Partial<Record<string, string>> = {
  '[data-action="earlier"]': '[data-action="later"]',
  '[data-action="later"]': '[data-action="earlier"]',
};

function createActions(site: RefObject<ActionSite>): RowActions {
  const latest = () => site.current.latest;

  function setGoal({ reached, id, controls }: FocusGoal): void {
    site.current.moveFocus = (items) => {
      if (!reached(items)) return false;
      const root = latest().rootRef.current;
      const item = id === undefined ? undefined : itemById(root, id);
      const wanted = item && controlIn(item, ...controls);
      (wanted ?? areaIn(root))?.focus();
      return true;
    };
  }

  /** Only if the focus is in the item: a click in Safari focuses no button, and must not move the focus either. */
  function moveFocus(id: string, next: (item: HTMLElement, control: string) => FocusGoal): void {
    const item = itemById(latest().rootRef.current, id);
    if (!item || !hasFocus(item)) return;
    const { activeElement } = item.getRootNode() as Document | ShadowRoot;
    const control = activeElement && controlAt(activeElement);
    setGoal(next(item, control ? selectorOf(control) : REMOVE_BUTTON));
  }

  let moved: string | undefined;
  /** The options that images had before they were kept larger. */
  const before = new Map<string, ImageOptions | undefined>();

  function move(id: string, toIndex: number): void {
    moved = id;
    moveFocus(id, (_item, control) => ({
      reached: (list) => list[toIndex]?.id === id,
      id,
      controls: [control, OPPOSITES[control] ?? control],
    }));
    latest().move(id, toIndex);
  }

  function place(id: string, position: number): void {
    const { items } = latest();
    const others = items.filter((item) => item.id !== id);
    const sent = sentOf(others);
    const [from, to] = [placeIn(items, id), Math.max(0, Math.min(sent.length, position))];
    if (from < 0 || to === from) return;
    const next = sent[to];
    move(id, next ? others.indexOf(next) : others.length);
  }

  return {
    remove(id) {
      moveFocus(id, (item, control) => ({
        reached: (list) => list.every((one) => one.id !== id),
        id: neighbourOf(item)?.dataset.id,
        controls: [control],
      }));
      latest().remove(id);
    },
    removeEach(items) {
      const ids = new Set(items.map(({ id }) => id));
      if (hasFocusIn(latest().rootRef.current)) {
        const reached = (list: readonly ImageItem[]) => list.every(({ id }) => !ids.has(id));
        setGoal({ reached, id: undefined, controls: [] });
      }
      latest().remove([...ids]);
    },
    undoRemove() {
      const { rootRef, removed, undoRemove } = latest();
      const [first] = removed;
      if (first && hasFocusIn(rootRef.current)) {
        const reached = (list: readonly ImageItem[]) => list.some(({ id }) => id === first.id);
        setGoal({ reached, id: first.id, controls: [] });
      }
      undoRemove();
    },
    keepLarger(id) {
      const { items, setImageOptions } = latest();
      const reached = (list: readonly ImageItem[]) =>
        list.some((item) => item.id === id && item.options?.preset === "text");
      moveFocus(id, () => ({ reached, id, controls: [] }));
      const own = items.find((item) => item.id === id)?.options;
      before.set(id, own);
      // A box of its own would override the preset's.
      setImageOptions(id, { ...own, preset: "text", box: undefined });
    },
    split(id) {
      const { items, setImageOptions } = latest();
      const reached = (list: readonly ImageItem[]) => list.some((item) => item.id === id && item.file && item.pages);
      moveFocus(id, () => ({ reached, id, controls: [] }));
      const own = items.find((item) => item.id === id)?.options;
      setImageOptions(id, { ...own, tall: "split" });
    },
    keepSmaller(id) {
      const { items, setImageOptions } = latest();
      const own = items.find((item) => item.id === id)?.options;
      const { preset, box } = before.get(id) ?? {};
      setImageOptions(id, { ...own, preset, box });
      before.delete(id);
    },
    retry(id, options) {
      moveFocus(id, () => ({
        reached: (list) => list.some((item) => item.id === id && !errorOf(item)),
        id,
        controls: [REMOVE_BUTTON],
      }));
      latest().retry(id, options);
    },
    move,
    movedId: () => moved,
    place,
    step: (id, places) => place(id, placeIn(latest().items, id) + places),
  };
}

const hasFocusIn = (root: Element | null) => root !== null && hasFocus(root);

const placeIn = (items: readonly ImageItem[], id: string) => sentOf(items).findIndex((item) => item.id === id);

/** The next item of the same list, else the one before. */
function neighbourOf(item: HTMLElement): HTMLElement | undefined {
  const list = item.closest("[data-vd-list], [data-vd-rejected]") ?? item.parentElement;
  const items = itemsIn(list);
  const at = items.indexOf(item);
  return items[at + 1] ?? items[at - 1];
}
