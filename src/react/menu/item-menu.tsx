/** The menu of one image: its preset, and whether it is pinned. Loaded when first opened. */
import type { KeyboardEvent, ReactNode, RefObject, SyntheticEvent } from "react";
import { useEffect, useRef } from "react";
import type { ImageItem } from "../../queue/types.js";
import type { ImageOptions } from "../../shared/types.js";
import { dataAttributes } from "../components/data-attributes.js";
import { useDropzoneContext } from "../components/dropzone-context.js";
import { CheckIcon } from "../components/icons.js";
import { useIsomorphicLayoutEffect } from "../hooks/use-isomorphic-layout-effect.js";
import { type MenuSize, menuWords } from "./menu-messages.js";
import { type Anchor, placeMenu } from "./place-menu.js";
import { labelOf } from "../text/item-label.js";

export interface ItemMenuProps {
  item: ImageItem;
  anchor: Anchor;
  /** A press on this button closes the menu by itself. */
  button: HTMLElement | undefined;
  /** Given if the image is one page of several. */
  onChoosePages: (() => void) | undefined;
  /** `toOpener`: the focus returns to the button that opened it. */
  onClose: (toOpener: boolean) => void;
}

const SIZES: readonly MenuSize[] = ["default", "auto", "photo", "text", "original", "thumbnail"];

/**
 * In the top layer if the browser has one, so that no scrolling list clips it. Making a choice closes it; so do Escape, Tab, a
 * press outside and scrolling.
 */
export function ItemMenu({ item, anchor, button, onChoosePages, onClose }: ItemMenuProps) {
  const { dropzone, messages } = useDropzoneContext();
  const menuRef = useRef<HTMLDivElement>(null);
  const own = item.options ?? {};
  const current: MenuSize = own.preset ?? "default";

  useIsomorphicLayoutEffect(() => {
    const menu = menuRef.current;
    if (!menu) return;
    menu.showPopover?.();
    const { documentElement: page } = menu.ownerDocument;
    const { width, height } = menu.getBoundingClientRect();
    const isRtl = getComputedStyle(menu).direction === "rtl";
    const { left, top } = placeMenu(
      anchor,
      { width, height },
      { width: page.clientWidth, height: page.clientHeight },
      isRtl,
    );
    Object.assign(menu.style, { left: `${left}px`, top: `${top}px` });
    (menu.querySelector<HTMLElement>("[aria-checked=true]") ?? entriesOf(menu)[0])?.focus({ preventScroll: true });
  }, [anchor]);
  useCloseFromOutside(menuRef, button, onClose);

  const choose = (options: ImageOptions) => {
    const isAsked = Object.values(options).some((value) => value !== undefined && value !== false);
    onClose(true);
    dropzone.setImageOptions(item.id, isAsked ? options : undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // The list and the preview have keys of their own.
    event.stopPropagation();
    if (event.key === "Tab") return onClose(true);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const entries = entriesOf(event.currentTarget);
    const next = entryFor(event.key, entries, entries.indexOf(event.target as HTMLElement));
    if (!next && event.key !== "Escape" && !event.key.startsWith("Arrow")) return;
    event.preventDefault();
    if (event.key === "Escape") onClose(true);
    else next?.focus();
  };

  return (
    <div
      {...dataAttributes("menu", {})}
      ref={menuRef}
      role="menu"
      tabIndex={-1}
      popover="manual"
      // Not the title of the element around it.
      title=""
      aria-label={menuWords(messages).itemMenu(labelOf(item, messages))}
      onKeyDown={onKeyDown}
      onPointerDown={stop}
      onClick={stop}
      onContextMenu={(event) => {
        stop(event);
        event.preventDefault();
      }}
    >
      <div {...dataAttributes("menu-group", {})} role="group" aria-label={menuWords(messages).menuSizes}>
        {SIZES.map((size) => (
          <Entry
            key={size}
            role="menuitemradio"
            isChecked={size === current}
            name={menuWords(messages).menuSize(size)}
            hint={menuWords(messages).menuSizeHint(size)}
            onChoose={() =>
              choose({ pinned: own.pinned, ...(size === "default" ? { preset: undefined } : { preset: size }) })
            }
          />
        ))}
      </div>
      <div {...dataAttributes("menu-group", {})} role="group">
        <Entry
          role="menuitemcheckbox"
          isChecked={own.pinned === true}
          name={menuWords(messages).menuPin}
          hint={menuWords(messages).menuPinHint}
          onChoose={() => choose({ ...own, pinned: own.pinned !== true })}
        />
        {onChoosePages && (
          <Entry
            role="menuitem"
            name={menuWords(messages).choosePages}
            hint={menuWords(messages).choosePagesHint}
            onChoose={() => {
              onClose(true);
              onChoosePages();
            }}
          />
        )}
      </div>
    </div>
  );
}

interface EntryProps {
  role: "menuitemradio" | "menuitemcheckbox" | "menuitem";
  isChecked?: boolean;
  name: string;
  hint: string;
  onChoose: () => void;
}

function Entry({ role, isChecked, name, hint, onChoose }: EntryProps): ReactNode {
  return (
    <button
      {...dataAttributes("menu-item", {})}
      type="button"
      role={role}
      aria-checked={isChecked}
      tabIndex={-1}
      onClick={onChoose}
    >
      <span {...dataAttributes("menu-check", {})}>{isChecked && <CheckIcon />}</span>
      <span>
        <bdi {...dataAttributes("menu-name", {})}>{name}</bdi> <bdi {...dataAttributes("menu-hint", {})}>{hint}</bdi>
      </span>
    </button>
  );
}

/** React passes events of a portal to its parents, so the row around this menu would react to them. */
const stop = (event: SyntheticEvent) => event.stopPropagation();

const entriesOf = (menu: HTMLElement): HTMLElement[] =>
  Array.from(menu.querySelectorAll<HTMLElement>("[data-vd-menu-item]"));

/** With arrows, Home and End, which wrap around, and by the first letter. */
function entryFor(key: string, entries: readonly HTMLElement[], at: number): HTMLElement | undefined {
  if (key === "ArrowDown") return entries[(at + 1) % entries.length];
  if (key === "ArrowUp") return entries.at(at <= 0 ? -1 : at - 1);
  if (key === "Home") return entries[0];
  if (key === "End") return entries.at(-1);
  if (key.length !== 1 || key === " ") return undefined;
  const letter = key.toLowerCase();
  const after = [...entries.slice(at + 1), ...entries.slice(0, at + 1)];
  return after.find(({ textContent }) => textContent.trim().toLowerCase().startsWith(letter));
}

function useCloseFromOutside(
  menuRef: RefObject<HTMLDivElement | null>,
  button: HTMLElement | undefined,
  onClose: (toOpener: boolean) => void,
): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const menu = menuRef.current;
    const page = menu?.ownerDocument;
    const [listeners, view] = [new AbortController(), page?.defaultView];
    const { signal } = listeners;
    const isIn = (event: Event, element: Element | null | undefined) =>
      element !== null && element !== undefined && event.composedPath().includes(element);
    const isInside = (event: Event) => isIn(event, menu) || isIn(event, button);
    page?.addEventListener("pointerdown", (event) => isInside(event) || close.current(true), { capture: true, signal });
    page?.addEventListener("focusin", (event) => isInside(event) || close.current(false), { signal });
    page?.addEventListener("scroll", (event) => isInside(event) || close.current(true), { capture: true, signal });
    view?.addEventListener("resize", () => close.current(true), { signal });
    view?.addEventListener("blur", () => close.current(true), { signal });
    return () => listeners.abort();
  }, [menuRef, button]);
}
