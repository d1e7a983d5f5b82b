/** The rows of the list. Each is drawn again only when its own item or place changed, and many new ones come in slices. */
import type { ReactNode } from "react";
import { memo } from "react";
import type { ImageItem } from "../core/queue/types.js";
import { DropzoneItem } from "./image-item.js";
import { placeAt, type RowPlace, RowPlaceContext } from "./row-context.js";
import { useSlices } from "./use-slices.js";

export type DrawItem = (item: ImageItem, index: number) => ReactNode;

interface ItemRowsProps {
  items: readonly ImageItem[];
  draw: DrawItem | undefined;
}

export const ItemRows = memo(function ItemRows({ items, draw }: ItemRowsProps) {
  const shown = useSlices(items.length);
  return items.slice(0, shown).map((item, index) => {
    const place = placeAt(index, items.length);
    // The index is the app's business only: our own row would else be drawn again when an earlier one goes.
    return draw ? <DrawnRow key={item.id} item={item} place={place} index={index} draw={draw} /> : <OwnRow key={item.id} item={item} place={place} />;
  });
});

interface RowProps {
  item: ImageItem;
  place: RowPlace;
}

const OwnRow = memo(function OwnRow({ item, place }: RowProps) {
  return (
    <RowPlaceContext.Provider value={place}>
      <DropzoneItem item={item} />
    </RowPlaceContext.Provider>
  );
});

const DrawnRow = memo(function DrawnRow({ item, place, index, draw }: RowProps & { index: number; draw: DrawItem }) {
  return <RowPlaceContext.Provider value={place}>{draw(item, index)}</RowPlaceContext.Provider>;
});
