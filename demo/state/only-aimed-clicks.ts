import type { MouseEvent } from "react";

const CONTROLS = "button, a, input, select, summary, label";

function controlOf(target: EventTarget): Element | null {
  const found = target instanceof Element ? target.closest(CONTROLS) : null;
  return found instanceof HTMLLabelElement ? found.control : found;
}

/**
 * A capturing click handler for the whole page: of a double click, the second click counts only on the control that got the
 * first. If the first click made another control appear under the pointer, the second was not meant for it.
 */
export function onlyAimedClicks(): (event: MouseEvent) => void {
  let first: Element | null = null;
  return (event) => {
    const control = controlOf(event.target);
    // Clicks from the keyboard have a count of 0.
    if (event.detail <= 1) first = control;
    else if (control !== null && control !== first) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}
