/** Where a menu opens. Pure; lengths in CSS pixels. */
import type { Size } from "../../shared/types.js";

/** What the menu belongs to: a control's rectangle, or a point without extent. */
export interface Anchor {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Least distance from the edges of the window. */
const MARGIN_PX = 8;
const GAP_PX = 4;

/**
 * Below its anchor, above if there is more room, and always within the window. In a right-to-left page the right edges are
 * aligned.
 */
export function placeMenu(anchor: Anchor, menu: Size, window: Size, isRtl: boolean): { left: number; top: number } {
  const below = anchor.bottom + GAP_PX;
  const above = anchor.top - GAP_PX - menu.height;
  const fitsBelow = below + menu.height <= window.height - MARGIN_PX;
  return {
    left: within(isRtl ? anchor.right - menu.width : anchor.left, window.width - menu.width),
    top: within(fitsBelow || above < MARGIN_PX ? below : above, window.height - menu.height),
  };
}

function within(wanted: number, room: number): number {
  return Math.max(MARGIN_PX, Math.min(wanted, room - MARGIN_PX));
}
