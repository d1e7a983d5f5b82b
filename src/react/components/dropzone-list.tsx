import type { OlHTMLAttributes, ReactNode } from "react";
import { memo } from "react";
import type { ImageItem } from "../../queue/types.js";
import { useRowsSoFar } from "../hooks/use-rows-so-far.js";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { DropzoneItem } from "./dropzone-item.js";
import { placeAt, type RowPlace, RowPlaceContext } from "./row-context.js";

type RenderItem = (item: ImageItem, index: number) => ReactNode;

/** Props of `VisionDropzone.List`. */
export interface ImageListProps extends Omit<OlHTMLAttributes<HTMLOListElement>, "children"> {
  /** Renders one item. @default VisionDropzone.Item */
  children?: RenderItem;
}

/** The images in the order in which the model will see them; nothing at all while there are none. */
export function DropzoneList({ children, ...props }: ImageListProps) {
  const { dropzone, messages } = useDropzoneContext();
  const { items } = dropzone;
  if (items.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes the role away together with the list's bullets
    <ol {...dataAttributes("list", {})} role="list" aria-label={messages.listLabel} {...props}>
      <Rows items={items} render={children} />
    </ol>
  );
}

interface RowsProps {
  items: readonly ImageItem[];
  render: RenderItem | undefined;
}

/** Not rendered for a keystroke in the app's text box, unlike the list. */
const Rows = /* @__PURE__ */ memo(function Rows({ items, render }: RowsProps) {
  const count = useRowsSoFar(items.length);
  return items.slice(0, count).map((item, index) => {
    const place = placeAt(index, items.length);
    return render ? (
      <CustomRow key={item.id} item={item} place={place} index={index} render={render} />
    ) : (
      <Row key={item.id} item={item} place={place} />
    );
  });
});

interface RowProps {
  item: ImageItem;
  place: RowPlace;
}

const Row = /* @__PURE__ */ memo(function Row({ item, place }: RowProps) {
  return (
    <RowPlaceContext.Provider value={place}>
      <DropzoneItem item={item} />
    </RowPlaceContext.Provider>
  );
});

interface CustomRowProps extends RowProps {
  index: number;
  render: RenderItem;
}

const CustomRow = /* @__PURE__ */ memo(function CustomRow({ item, place, index, render }: CustomRowProps) {
  return <RowPlaceContext.Provider value={place}>{render(item, index)}</RowPlaceContext.Provider>;
});
