/** The area of a root: where the focus goes if there is no better place. */
export const areaIn = (root: ParentNode | null | undefined): HTMLElement | null =>
  root?.querySelector<HTMLElement>("[data-vd-area]") ?? null;

/** The area of the root around an element. */
export const areaBeside = (element: Element): HTMLElement | null => areaIn(element.closest("[data-vd-root]"));
