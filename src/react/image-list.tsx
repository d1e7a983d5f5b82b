import type { OlHTMLAttributes } from "react";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { type DrawItem, ItemRows } from "./item-rows.js";
import { UrlRow } from "./url-row.js";

/** Props of `VisionDropzone.List`. */
export interface ImageListProps extends Omit<OlHTMLAttributes<HTMLOListElement>, "children"> {
  /** Draws one item. @default VisionDropzone.Item */
  children?: DrawItem;
}

/**
 * The images in the order in which the model will see them, then the addresses whose images are not there (yet). Nothing at
 * all while there are none.
 */
export function DropzoneList({ children, ...props }: ImageListProps) {
  const { dropzone, messages } = useDropzoneContext();
  const { items, urlItems } = dropzone;
  if (items.length === 0 && urlItems.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes the role away together with the list's bullets
    <ol {...dataAttributes("list", {})} role="list" aria-label={messages.listLabel} {...props}>
      <ItemRows items={items} draw={children} />
      {urlItems.map((item) => (
        <UrlRow key={item.id} item={item} />
      ))}
    </ol>
  );
}
