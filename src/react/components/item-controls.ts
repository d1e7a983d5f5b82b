/** Finds the images' controls in the page. */

/** The picture that opens a preview, and the buttons of an item. */
const ITEM_CONTROLS = "[data-vd-item-open], [data-vd-action]";
/** The buttons for all images of a list, after the last one. */
const LIST_CONTROLS = "[data-vd-list-action], [data-vd-rejected-action]";
/** Buttons of an item that the arrows do not reach. */
const OTHER_ITEM_CONTROLS = "[data-vd-pages-open], [data-vd-password-action]";
export const REMOVE_BUTTON = '[data-action="remove"]';

const TEXT_BOX = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";

export type Control = HTMLButtonElement;

const enabled = (element: ParentNode, selector: string): Control[] =>
  Array.from(element.querySelectorAll<Control>(selector)).filter((control) => !control.disabled);

export const itemsIn = (element: ParentNode | null): HTMLElement[] =>
  Array.from(element?.querySelectorAll<HTMLElement>("[data-vd-item]") ?? []);

export const controlsOf = (item: ParentNode): Control[] => enabled(item, ITEM_CONTROLS);

export const itemById = (element: ParentNode | null, id: string): HTMLElement | undefined =>
  itemsIn(element).find(({ dataset }) => dataset.id === id);

/** The nearest control around or at an element. */
export const controlAt = (element: Element): Control | null => element.closest(`${ITEM_CONTROLS}, ${LIST_CONTROLS}`);

/** Whether a key pressed there is meant for the row: on the row itself or one of its own buttons, not on what an app put into it. */
export const isOfRow = (row: Element, target: Element): boolean =>
  target === row || target.closest(`${ITEM_CONTROLS}, ${OTHER_ITEM_CONTROLS}`) !== null;

/**
 * Whether an event comes from a text box or an editor, also from one inside a web component. Written here, because a value from
 * `drop/event-path.ts` would split the eager bundle.
 */
export const isInTextBox = (event: Event): boolean => (event.composedPath()[0] as Element).closest(TEXT_BOX) !== null;

/** Finds the same control in another item. */
export function selectorOf(control: Control): string {
  return control.dataset.action === undefined ? "[data-vd-item-open]" : `[data-action="${control.dataset.action}"]`;
}

/**
 * The first of these that the item has. If it has none, the control that gets the focus first: its picture, else its remove
 * button.
 */
export function controlIn(item: ParentNode, ...selectors: string[]): Control | undefined {
  const controls = controlsOf(item);
  const wanted = [...selectors, "[data-vd-item-open]", REMOVE_BUTTON, "*"];
  return wanted.map((selector) => controls.find((control) => control.matches(selector))).find(Boolean);
}

/** Where the arrows stop: at each item, and finally at the buttons for all items. */
export function stopsOf(frame: ParentNode): (HTMLElement | Control)[] {
  return [...itemsIn(frame), ...enabled(frame, LIST_CONTROLS)];
}

/** The browser searches: looking at each control took 3 ms in a list of 500. Without `:is`, which jsdom does not match before an attribute. */
export function hasTabStop(frame: ParentNode): boolean {
  const controls = `${ITEM_CONTROLS}, ${LIST_CONTROLS}`.split(", ");
  return frame.querySelector(controls.map((control) => `${control}[tabindex="0"]:not([disabled])`).join()) !== null;
}
