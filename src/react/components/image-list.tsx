import type { OlHTMLAttributes } from "react";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { type DrawItem, ItemRows } from "./item-rows.js";

/** Props of `VisionDropzone.List`. */
export interface ImageListProps extends Omit<OlHTMLAttributes<HTMLOListElement>, "children"> {
  /** Draws one item. @default VisionDropzone.Item */
  children?: DrawItem;
}

/** The images in the order in which the model will see them; nothing at all while there are none. */
export function DropzoneList({ children, ...props }: ImageListProps) {
  const { dropzone, messages } = useDropzoneContext();
  const { items } = dropzone;
  if (items.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes the role away together with the list's bullets
    <ol {...dataAttributes("list", {})} role="list" aria-label={messages.listLabel} {...props}>
      <ItemRows items={items} draw={children} />
    </ol>
  );
}
