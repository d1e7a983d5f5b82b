import type { MouseEvent, ReactNode } from "react";
import { useState } from "react";
import type { ImageItem } from "../../queue/types.js";
import { controlAt, controlIn, isInTextBox, itemById } from "../components/item-controls.js";
import { hasFocus } from "../components/has-focus.js";
import { onDemand } from "../components/on-demand.js";
import { useRowContext } from "../components/row-context.js";
import type { Anchor } from "../menu/place-menu.js";

const LazyMenu = /* @__PURE__ */ onDemand(() => import("../menu/item-menu.js").then((part) => part.ItemMenu));

interface OpenMenu {
  anchor: Anchor;
  opener: HTMLElement | undefined;
  /** The button that opens and closes the menu, if it opened it. */
  button?: HTMLElement;
}

export interface ItemMenuState {
  /** `false`: this image has no choices. */
  isOffered: boolean;
  isOpen: boolean;
  /** Opens it by its button. */
  openAt: (button: HTMLElement) => void;
  /** Opens it by the secondary mouse button, a long press, or the context-menu key. */
  onContextMenu: (event: MouseEvent<HTMLElement>) => void;
  menu: ReactNode;
}

/** The menu of one image, and its ways to open. */
export function useItemMenu(item: ImageItem, onChoosePages?: () => void): ItemMenuState {
  const { disabled } = useRowContext();
  const [open, setOpen] = useState<OpenMenu>();
  const isOffered = item.status !== "rejected" && item.file !== undefined && !item.document;
  const isOpen = open !== undefined && isOffered && !disabled;
  const close = (toOpener: boolean) => {
    setOpen(undefined);
    if (toOpener) focusAgain(open?.opener, item.id);
  };
  return {
    isOffered,
    isOpen,
    openAt(button) {
      if (isOpen) close(true);
      else setOpen({ anchor: rectangleOf(button), opener: button, button });
    },
    onContextMenu(event) {
      const { currentTarget: element, clientX: x, clientY: y } = event;
      if (event.defaultPrevented || !isOffered || disabled) return;
      // Someone who has selected a name wants to copy it, and in an app's text box the browser's own menu pastes.
      if (element.ownerDocument.getSelection()?.toString() || isInTextBox(event.nativeEvent)) return;
      event.preventDefault();
      const focused = (element.getRootNode() as Document | ShadowRoot).activeElement;
      const control = hasFocus(element) && focused ? controlAt(focused) : undefined;
      const isByMouse = event.button === 2;
      setOpen({
        anchor: isByMouse ? { left: x, right: x, top: y, bottom: y } : rectangleOf(element),
        opener: control ?? controlIn(element),
      });
    },
    menu: isOpen && (
      <LazyMenu item={item} anchor={open.anchor} button={open.button} onChoosePages={onChoosePages} onClose={close} />
    ),
  };
}

function rectangleOf(element: Element): Anchor {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return { left, right, top, bottom };
}

/** The opener may have been removed when the image changed. */
function focusAgain(opener: HTMLElement | undefined, id: string): void {
  if (!opener) return;
  if (opener.isConnected) return opener.focus();
  const item = itemById(opener.ownerDocument, id);
  if (item) controlIn(item)?.focus();
}
