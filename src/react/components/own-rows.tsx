/** Our own rows, in groups. Those that an app draws stand in none: what they are, and how they lie, is its own business. */
import type { CSSProperties } from "react";
import { memo, useState } from "react";
import type { ImageItem } from "../../queue/types.js";
import { dataAttributes } from "./data-attributes.js";
import { DropzoneItem } from "./image-item.js";
import { placeAt, type RowPlace, RowPlaceContext } from "./row-context.js";
import { FIRST_GROUP, regroup } from "./row-groups.js";
import { useIsClient } from "../hooks/use-client-style.js";

interface OwnRowsProps {
  items: readonly ImageItem[];
  /** False while more are to come. */
  isComplete: boolean;
}

export function OwnRows({ items, isComplete }: OwnRowsProps) {
  const [grouped, setGrouped] = useState(() => ({ items, groups: regroup([], items) }));
  const groups = grouped.items === items ? grouped.groups : regroup(grouped.groups, items);
  const isClient = useIsClient();
  if (grouped.items !== items) setGrouped({ items, groups });
  return groups.map((group, index) => {
    const isLast = isComplete && index === groups.length - 1;
    const rows = <Rows key={group.key} items={group.items} before={index > 0} behind={!isLast} />;
    if (group.key === FIRST_GROUP) return rows;
    return (
      <div key={group.key} {...dataAttributes("rows", {})} role="presentation" ref={fitIn} {...(isClient && { style: rowsStyle(group.items.length) })}>
        {rows}
      </div>
    );
  });
}

const rowsStyle = (count: number) => ({ "--vd-rows": count }) as CSSProperties;

interface RowsProps {
  items: readonly ImageItem[];
  /** There are rows before these, and behind them. */
  before: boolean;
  behind: boolean;
}

/** Told where its group lies and not which rows it begins with: else it would be drawn again when an earlier row goes. */
const Rows = /* @__PURE__ */ memo(function Rows({ items, before, behind }: RowsProps) {
  const first = Number(before);
  const count = first + items.length + Number(behind);
  return items.map((item, index) => <OwnRow key={item.id} item={item} place={placeAt(first + index, count)} />);
});

const OwnRow = /* @__PURE__ */ memo(function OwnRow({ item, place }: { item: ImageItem; place: RowPlace }) {
  return (
    <RowPlaceContext.Provider value={place}>
      {/* Said in so many words: with the group in between, browsers do not take it for one of the list's by themselves. */}
      <DropzoneItem item={item} role="listitem" />
    </RowPlaceContext.Provider>
  );
});

/** A box around its rows suits a list of blocks only: in a grid or a row that an app makes of the list, they lie as if there were none. */
function fitIn(group: HTMLElement | null): void {
  const list = group?.parentElement;
  if (group && list && list.ownerDocument.defaultView?.getComputedStyle(list).display !== "block") group.style.display = "contents";
}
