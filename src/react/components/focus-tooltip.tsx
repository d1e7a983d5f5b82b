import type { RefObject } from "react";
import { useEffect, useRef, useState } from "react";
import { useIsomorphicLayoutEffect } from "../hooks/use-isomorphic-layout-effect.js";
import { menuWords } from "../menu/menu-messages.js";
import { dataAttributes } from "./data-attributes.js";
import { controlAt } from "./item-controls.js";
import { useRowContext } from "./row-context.js";

/** Between the tile and the text, and between the text and the window's edge. */
const GAP_PX = 8;

/**
 * A tile's title for people at a keyboard: shows the name of the control that has the focus, and the keys that work on it. It is
 * above the line of tiles, or below it if there is no room, so that it covers no other tile. Hidden from screen readers, which
 * speak the control's name and its `aria-keyshortcuts` already; Escape closes it.
 */
export function FocusTooltip({ frameRef }: { frameRef: RefObject<HTMLElement | null> }) {
  const { messages } = useRowContext();
  const [control, setControl] = useState<HTMLElement>();
  const ref = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const frame = frameRef.current;
    if (!frame) return undefined;
    const show = ({ target }: FocusEvent) => {
      const focused = controlAt(target as Element);
      setControl(focused?.matches(":focus-visible") ? focused : undefined);
    };
    const hide = () => setControl(undefined);
    frame.addEventListener("focusin", show);
    frame.addEventListener("focusout", hide);
    return () => {
      frame.removeEventListener("focusin", show);
      frame.removeEventListener("focusout", hide);
    };
  }, [frameRef]);

  useEffect(() => {
    const view = control?.ownerDocument.defaultView;
    if (!control || !view) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setControl(undefined);
      // But not what is around the list, such as a dialog.
      event.preventDefault();
      event.stopPropagation();
    };
    const place = () => {
      if (ref.current) placeBeside(ref.current, control);
    };
    view.addEventListener("keydown", onKeyDown, true);
    view.addEventListener("scroll", place, { capture: true, passive: true });
    view.addEventListener("resize", place);
    return () => {
      view.removeEventListener("keydown", onKeyDown, true);
      view.removeEventListener("scroll", place, true);
      view.removeEventListener("resize", place);
    };
  }, [control]);

  // After each render: the control's name or position may have changed.
  useIsomorphicLayoutEffect(() => {
    const tooltip = ref.current;
    if (!tooltip || !control) return;
    if (!control.isConnected) return setControl(undefined);
    const [name, keys] = tooltip.children as HTMLCollectionOf<HTMLElement>;
    if (name) name.textContent = control.getAttribute("aria-label");
    const shortcuts = control.getAttribute("aria-keyshortcuts");
    if (keys)
      keys.textContent = shortcuts && menuWords(messages).tileKeys(shortcuts.includes("Alt") ? moveKey() : undefined);
    // In the top layer no scrolling box clips it. Older browsers show it in its place.
    if (tooltip.showPopover && !tooltip.matches(":popover-open")) tooltip.showPopover();
    placeBeside(tooltip, control);
  });

  if (!control) return null;
  return (
    <div ref={ref} {...dataAttributes("tooltip", {})} popover="manual" aria-hidden="true">
      <div />
      <div {...dataAttributes("tooltip-keys", {})} dir="auto" />
    </div>
  );
}

/** On Apple's keyboards the same key has another name. */
const moveKey = () => (/^(Mac|iP)/.test(navigator.platform) ? "Option" : "Alt");

/** Set by script, so that it is in the right place even without the stylesheet. */
function placeBeside(tooltip: HTMLElement, control: HTMLElement): void {
  const { style } = tooltip;
  Object.assign(style, { position: "fixed", inset: "auto", margin: "0" });
  const { left, width } = control.getBoundingClientRect();
  const { top, bottom } = (control.closest("[data-vd-item]") ?? control).getBoundingClientRect();
  const farthest = control.ownerDocument.documentElement.clientWidth - tooltip.offsetWidth - GAP_PX;
  const centred = left + (width - tooltip.offsetWidth) / 2;
  style.left = `${Math.max(GAP_PX, Math.min(centred, farthest))}px`;
  const above = top - tooltip.offsetHeight - GAP_PX;
  style.top = `${above < GAP_PX ? bottom + GAP_PX : above}px`;
}
