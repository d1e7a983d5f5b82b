/** Reordering by mouse, pen or finger. Loaded at the first press on an image. */
import { dropPosition, shifts, type Slot } from "./drop-position.js";

export interface ReorderGesture {
  list: HTMLElement;
  /** The items that have a place in the order; `item` is one of them. */
  items: readonly HTMLElement[];
  item: HTMLElement;
  /** The press that may become a drag. */
  press: PointerEvent;
  axis: "inline" | "block";
  /** `position`: the new place among `items`. */
  onMove: (position: number) => void;
  /** Called when a finger rested on the item and was lifted at the same place. */
  onHold: () => void;
}

/** A click that slips is not a drag, and a finger that moves at once scrolls. */
const MOUSE_SLACK_PX = 5;
const TOUCH_SLACK_PX = 8;
const LONG_PRESS_MS = 350;
/** Closer than this to the end of the list it scrolls, at most this far per frame. */
const SCROLL_ZONE_PX = 40;
const SCROLL_STEP_PX = 12;
/** The list shows the new order a task later. After this long the app is taken to have prevented it. */
const LONGEST_WAIT_MS = 400;

/** Follows the press until it ends. Nothing happens unless it becomes a drag; Escape cancels a drag. */
export function startReorder({ list, items, item, press, axis, onMove, onHold }: ReorderGesture): void {
  const page = list.ownerDocument;
  const isTouch = press.pointerType === "touch";
  const isRtl = axis === "inline" && getComputedStyle(list).direction === "rtl";
  const from = items.indexOf(item);
  const gesture = new AbortController();
  const { signal } = gesture;
  const along = ({ clientX, clientY }: PointerEvent) => (axis === "block" ? clientY : isRtl ? -clientX : clientX);
  const scrolled = () => (axis === "block" ? list.scrollTop : isRtl ? -list.scrollLeft : list.scrollLeft);
  let now = press;
  let dragged: { slots: readonly Slot[]; scrolledAtStart: number; to: number; frame: number } | undefined;
  const timer = isTouch ? setTimeout(begin, LONG_PRESS_MS) : undefined;

  const distanceTo = ({ clientX, clientY }: PointerEvent) =>
    Math.hypot(clientX - press.clientX, clientY - press.clientY);

  function slotOf(element: HTMLElement): Slot {
    const { left, right, top, width, height } = element.getBoundingClientRect();
    if (axis === "block") return { start: top, size: height };
    return { start: isRtl ? -right : left, size: width };
  }

  function begin(): void {
    dragged = { slots: items.map(slotOf), scrolledAtStart: scrolled(), to: from, frame: 0 };
    list.dataset.reordering = "";
    item.dataset.dragged = "";
    // The click at the end then belongs to the item and opens no preview.
    item.setPointerCapture(press.pointerId);
    page.getSelection()?.removeAllRanges();
    follow();
  }

  function shift(element: HTMLElement, distance: number): void {
    const length = `${isRtl ? -distance : distance}px`;
    element.style.translate = distance === 0 ? "" : axis === "block" ? `0 ${length}` : length;
  }

  function draw(): void {
    if (!dragged) return;
    const delta = along(now) - along(press) + scrolled() - dragged.scrolledAtStart;
    shift(item, delta);
    const to = dropPosition(dragged.slots, from, delta);
    if (to === dragged.to) return;
    dragged.to = to;
    for (const [at, distance] of shifts(dragged.slots, from, to).entries()) {
      const other = items[at];
      if (other && other !== item) shift(other, distance);
    }
  }

  /** Each frame, since near an end the list scrolls even under a pointer that does not move. */
  function follow(): void {
    if (!dragged) return;
    const { start, size } = slotOf(list);
    const [toStart, toEnd] = [along(now) - start, start + size - along(now)];
    const near = toStart < SCROLL_ZONE_PX ? toStart - SCROLL_ZONE_PX : Math.max(0, SCROLL_ZONE_PX - toEnd);
    const step = (Math.max(-SCROLL_ZONE_PX, Math.min(SCROLL_ZONE_PX, near)) / SCROLL_ZONE_PX) * SCROLL_STEP_PX;
    if (axis === "block") list.scrollTop += step;
    else list.scrollLeft += isRtl ? -step : step;
    draw();
    dragged.frame = requestAnimationFrame(follow);
  }

  function settle(): void {
    delete list.dataset.reordering;
    delete item.dataset.dragged;
    for (const element of items) element.style.translate = "";
  }

  function end(): void {
    clearTimeout(timer);
    gesture.abort();
    if (dragged) cancelAnimationFrame(dragged.frame);
  }

  function cancel(): void {
    end();
    settle();
  }

  function drop(): void {
    end();
    if (!dragged) return;
    // Suppresses the mouse's click, and the mouse events that browsers make from a touch: press, focus and click.
    for (const type of ["click", "touchend"]) {
      page.addEventListener(type, stop, { capture: true, once: true, passive: false });
      setTimeout(() => page.removeEventListener(type, stop, { capture: true }));
    }
    if (dragged.to === from) {
      settle();
      if (isTouch && distanceTo(now) <= TOUCH_SLACK_PX) onHold();
      return;
    }
    // Until the list shows the new order, everything stays where it was dropped.
    const observer = new MutationObserver(finish);
    const late = setTimeout(finish, LONGEST_WAIT_MS);
    function finish(): void {
      observer.disconnect();
      clearTimeout(late);
      settle();
    }
    observer.observe(list, { childList: true });
    onMove(dragged.to);
  }

  function move(event: PointerEvent): void {
    now = event;
    if (dragged) return draw();
    const distance = distanceTo(event);
    if (isTouch && distance > TOUCH_SLACK_PX) end();
    else if (!isTouch && distance > MOUSE_SLACK_PX) begin();
  }

  function listen<K extends keyof DocumentEventMap>(type: K, listener: (event: DocumentEventMap[K]) => void): void {
    page.addEventListener(type, listener, { signal, capture: true });
  }
  /** Ignores other fingers. */
  const listenToPointer = (
    type: "pointermove" | "pointerup" | "pointercancel",
    listener: (event: PointerEvent) => void,
  ) =>
    listen(type, (event) => {
      if (event.pointerId === press.pointerId) listener(event);
    });
  listenToPointer("pointermove", move);
  listenToPointer("pointerup", drop);
  listenToPointer("pointercancel", cancel);
  listen("keydown", (event) => {
    if (!dragged || event.key !== "Escape") return;
    stop(event);
    cancel();
  });
  // A long press opens a menu on phones, and a press that moves selects text.
  for (const type of ["contextmenu", "selectstart", "dragstart"] as const)
    listen(type, (event) => event.preventDefault());
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
