/** The rows of the list. Each is drawn again only when its own item or place changed, and many new ones come in slices. */
import type { ReactNode } from "react";
import { memo } from "react";
import type { ImageItem } from "../../queue/types.js";
import { OwnRows } from "./own-rows.js";
import { placeAt, type RowPlace, RowPlaceContext } from "./row-context.js";
import { useSlices } from "../hooks/use-slices.js";

export type DrawItem = (item: ImageItem, index: number) => ReactNode;

interface ItemRowsProps {
  items: readonly ImageItem[];
  draw: DrawItem | undefined;
}

export const ItemRows = /* @__PURE__ */ memo(function ItemRows({ items, draw }: ItemRowsProps) {
  const shown = useSlices(items.length);
  const drawn = shown < items.length ? items.slice(0, shown) : items;
  if (!draw) return <OwnRows items={drawn} isComplete={drawn === items} />;
  return drawn.map((item, index) => <DrawnRow key={item.id} item={item} place={placeAt(index, items.length)} index={index} draw={draw} />);
});

interface DrawnRowProps {
  item: ImageItem;
  place: RowPlace;
  index: number;
  draw: DrawItem;
}

const DrawnRow = /* @__PURE__ */ memo(function DrawnRow({ item, place, index, draw }: DrawnRowProps) {
  return <RowPlaceContext.Provider value={place}>{draw(item, index)}</RowPlaceContext.Provider>;
});
