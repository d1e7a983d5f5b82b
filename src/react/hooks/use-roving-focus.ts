/**
 * Makes a list one Tab stop, however many images it has: arrows along it move from image to image, and across it between the
 * controls of one image. The tab stop is an attribute that is set here and not by rendering, so that an arrow renders nothing in
 * a list of five hundred.
 */
import type { FocusEvent, KeyboardEvent, RefObject } from "react";
import { useEffect } from "react";
import { useRowContext } from "../components/row-context.js";
import { useRowActions } from "./use-row-actions.js";
import {
  type Control,
  controlAt,
  controlIn,
  controlsOf,
  hasTabStop,
  selectorOf,
  stopsOf,
} from "../components/item-controls.js";
import { arrowStep, type Axis, type KeyStep } from "./arrow-keys.js";

interface RovingProps {
  onFocus: (event: FocusEvent) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * Handlers for the element around a list and its buttons. All controls in it are rendered with `tabIndex={-1}`; `items` are its
 * contents.
 */
export function useRovingFocus(
  frameRef: RefObject<HTMLElement | null>,
  axis: Axis,
  items: readonly unknown[],
): RovingProps {
  const { disabled, openPreview } = useRowContext();
  const actions = useRowActions();

  useEffect(() => {
    const frame = frameRef.current;
    if (!frame || hasTabStop(frame)) return;
    const [first] = stopsOf(frame);
    if (first) setTabStop(frame, isControl(first) ? first : controlIn(first));
  }, [frameRef, items, disabled, openPreview]);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const { currentTarget: frame, key } = event;
    const control = controlAt(event.target as Element);
    if (!control || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const item = control.closest<HTMLElement>("[data-vd-item]");
    const arrow = arrowStep(key, axis, getComputedStyle(frame).direction === "rtl");
    if (event.altKey) {
      if (arrow?.among !== "items" || item?.dataset.id === undefined || disabled) return;
      actions.step(item.dataset.id, arrow.step);
    } else {
      const next = nextControl(frame, control, item ?? control, arrow ?? key);
      if (!next) return;
      next.focus();
    }
    // In many browsers Alt with an arrow goes back, and an arrow alone scrolls.
    event.preventDefault();
  }

  return {
    onFocus(event) {
      const control = controlAt(event.target);
      if (control && frameRef.current) setTabStop(frameRef.current, control);
    },
    onKeyDown,
  };
}

const isControl = (stop: HTMLElement): stop is Control => stop.localName === "button";

function setTabStop(frame: HTMLElement, wanted: Control | undefined): void {
  for (const control of frame.querySelectorAll<Control>("button[tabindex='0']")) control.tabIndex = -1;
  if (wanted) wanted.tabIndex = 0;
}

/** `undefined` at either end. */
function nextControl(
  frame: HTMLElement,
  control: Control,
  stop: HTMLElement,
  key: KeyStep | string,
): Control | undefined {
  if (typeof key === "object" && key.among === "controls") {
    const controls = controlsOf(stop);
    return controls[controls.indexOf(control) + key.step];
  }
  const stops = stopsOf(frame);
  const last = stops.findLastIndex((one) => !isControl(one));
  const at = typeof key === "object" ? stops.indexOf(stop) + key.step : { Home: 0, End: last }[key];
  const next = at === undefined ? undefined : stops[at];
  return next && (isControl(next) ? next : controlIn(next, selectorOf(control)));
}
