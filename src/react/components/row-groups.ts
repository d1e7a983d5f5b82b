/**
 * A long list stands in groups of rows: what changes in one of them, neither React nor the browser has to look for among five
 * hundred. Pure.
 */
import type { ImageItem } from "../../queue/types.js";

export interface RowGroup {
  key: number;
  items: readonly ImageItem[];
}

/** The key of the first group, which is as long as most lists are. */
export const FIRST_GROUP = 0;

/** About as many rows in each as there are groups in a list of five hundred. */
const GROUP_ROWS = 24;

/**
 * New rows fill the last group. A row stays in its own whatever comes and goes around it: in another it would be made anew. The
 * same groups, and the same array, while nothing in them changed.
 */
export function regroup(groups: readonly RowGroup[], items: readonly ImageItem[]): readonly RowGroup[] {
  const groupOf = new Map<string, number>();
  for (const [at, group] of groups.entries()) for (const { id } of group.items) groupOf.set(id, at);
  const now: ImageItem[][] = groups.map(() => []);
  let at = 0;
  for (const [index, item] of items.entries()) {
    const own = groupOf.get(item.id);
    const next = groupOf.get(items[index + 1]?.id ?? "") ?? Infinity;
    // One that was moved here from further down comes before rows of groups before its own.
    if (own !== undefined && own > at && own <= next) at = own;
    const isEnd = own === undefined && at >= groups.length - 1;
    if (isEnd && (now[at]?.length ?? 0) >= GROUP_ROWS) at += 1;
    (now[at] ??= []).push(item);
  }
  const newKey = (groups.at(-1)?.key ?? FIRST_GROUP - 1) + 1 - groups.length;
  const after = now.map((rows, place) => keep(groups[place], rows) ?? { key: groups[place]?.key ?? newKey + place, items: rows });
  const filled = after.filter((group) => group.items.length > 0);
  return filled.length === groups.length && filled.every((group, place) => group === groups[place]) ? groups : filled;
}

function keep(group: RowGroup | undefined, items: readonly ImageItem[]): RowGroup | undefined {
  const isSame = group?.items.length === items.length && group.items.every((item, index) => item === items[index]);
  return isSame ? group : undefined;
}
