import type { PointerEvent, RefObject } from "react";
import { useEffect } from "react";
import { loadPart } from "../../shared/load-part.js";
import { isInTextBox, itemsIn } from "../components/item-controls.js";
import { useRowContext } from "../components/row-context.js";
import type { Axis } from "./arrow-keys.js";
import { useRowActions } from "./use-row-actions.js";

/**
 * A press on one of these, or in a text box, acts on it, or selects text, and does not start a drag. The buttons that move an
 * image are not listed.
 */
const NOT_DRAGGABLE = "[data-vd-action]:not([data-action='earlier'], [data-action='later']), [data-vd-item-text], a";

/**
 * Lets images be dragged to another place; a finger has to rest on one first. Returns the list's handler. `isShown`: the list is
 * in the page.
 */
export function useReorder(
  listRef: RefObject<HTMLElement | null>,
  axis: Axis,
  isShown: boolean,
): (event: PointerEvent) => void {
  const { disabled } = useRowContext();
  const actions = useRowActions();

  // Must be attached before a finger touches, and React's own listeners are passive.
  useEffect(() => {
    const list = listRef.current;
    const keepFromScrolling = (event: TouchEvent) => {
      if (list?.dataset.reordering !== undefined) event.preventDefault();
    };
    list?.addEventListener("touchmove", keepFromScrolling, { passive: false });
    return () => list?.removeEventListener("touchmove", keepFromScrolling);
  }, [listRef, isShown]);

  return ({ nativeEvent: press, target }) => {
    const list = listRef.current;
    const item = (target as Element).closest<HTMLElement>("[data-vd-item]");
    if (disabled || !list || !item || press.button !== 0 || !press.isPrimary) return;
    if ((target as Element).closest(NOT_DRAGGABLE) || isInTextBox(press)) return;
    const items = itemsIn(list).filter(({ dataset }) => dataset.status !== "rejected");
    const { id } = item.dataset;
    if (id === undefined || items.length < 2 || !items.includes(item)) return;
    const { signal, done } = untilReleased(list.ownerDocument, press.pointerId);
    const onMove = (position: number) => actions.place(id, position);
    loadPart(() => import("../reorder/start-reorder.js"))
      .then(({ startReorder }) => {
        if (!signal.aborted) startReorder({ list, items, item, press, axis, onMove, onHold: () => askForMenu(item) });
      })
      // Buttons and keys still move images.
      .catch((cause: unknown) => reportError(cause))
      .finally(done);
  };
}

/** As a long press does if nothing can be dragged. */
function askForMenu(item: HTMLElement): void {
  item.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
}

/** While the code for dragging loads, the pointer may be released. */
function untilReleased(page: Document, pointerId: number): { signal: AbortSignal; done: () => void } {
  const [release, listeners] = [new AbortController(), new AbortController()];
  for (const type of ["pointerup", "pointercancel"] as const)
    page.addEventListener(type, (event) => event.pointerId === pointerId && release.abort(), {
      capture: true,
      signal: listeners.signal,
    });
  return { signal: release.signal, done: () => listeners.abort() };
}
