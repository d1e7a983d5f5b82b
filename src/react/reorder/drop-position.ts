/** Where each item starts and ends along a list, in CSS pixels, in the order of the list. */
export interface Slot {
  start: number;
  size: number;
}

/**
 * The new place of an item that was dragged by this many pixels: it takes a neighbour's place once its edge has passed the
 * neighbour's middle. Pure.
 */
export function dropPosition(slots: readonly Slot[], from: number, delta: number): number {
  const dragged = slots[from];
  if (!dragged) return from;
  const [start, end] = [dragged.start + delta, dragged.start + dragged.size + delta];
  const middleOf = (slot: Slot) => slot.start + slot.size / 2;
  const before = slots.findIndex((slot, at) => at < from && start < middleOf(slot));
  if (before >= 0) return before;
  return slots.findLastIndex((slot, at) => at >= from && (at === from || end > middleOf(slot)));
}

/** How far the others move to make room while an item is dragged from one place to another. */
export function shifts(slots: readonly Slot[], from: number, to: number): readonly number[] {
  const dragged = slots[from];
  const beside = slots[from + 1] ?? slots[from - 1];
  if (!dragged || !beside) return slots.map(() => 0);
  const [first, second] = beside.start > dragged.start ? [dragged, beside] : [beside, dragged];
  const pitch = dragged.size + Math.max(0, second.start - first.start - first.size);
  return slots.map((_, at) => {
    if (at > from && at <= to) return -pitch;
    return at < from && at >= to ? pitch : 0;
  });
}
