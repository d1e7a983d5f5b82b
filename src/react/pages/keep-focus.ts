import type { RefObject } from "react";
import type { ImageItem } from "../../queue/types.js";
import { areaIn } from "../components/area-in.js";
import type { ActionSite } from "../hooks/use-item-actions.js";

/**
 * For pages of a file that are about to be replaced by others: the focus stays on its control, or goes to the first of the new
 * pages if that control is gone. `id`: an item that is a page of the file. Does nothing if the focus is elsewhere. Finds controls
 * by itself, because values from `item-controls.ts` would split what the first image loads.
 */
export function keepFocus(site: RefObject<ActionSite>, id: string, wanted: readonly number[]): void {
  const { items: before, rootRef } = site.current.latest;
  const root = rootRef.current;
  const control = (root?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement as HTMLElement | null;
  if (!root || !control || !root.contains(control)) return;
  const from = before.map((item) => item.id === id && pagesOf(item)?.from).find(Boolean);
  site.current.moveFocus = (items) => {
    const shown = items.filter((item) => pagesOf(item)?.from === from);
    if (shown.flatMap((item) => pagesOf(item)?.wanted ?? []).join() !== wanted.join()) return false;
    (control.isConnected ? control : controlOf(root, shown[0]?.id))?.focus();
    return true;
  };
}

const pagesOf = (item: ImageItem) => (item.file ? item.pages : undefined);

/** The picture of an item, else its first button, else the area. */
function controlOf(root: HTMLElement, id: string | undefined): HTMLElement | null {
  const item = Array.from(root.querySelectorAll<HTMLElement>("[data-vd-item]")).find(
    ({ dataset }) => dataset.id === id,
  );
  const own = item?.querySelector<HTMLElement>("[data-vd-item-open], [data-vd-action]:enabled");
  return own ?? areaIn(root);
}
