import type { OlHTMLAttributes, ReactNode } from "react";
import { Fragment } from "react";
import type { ImageItem } from "../core/queue/types.js";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { DropzoneItem } from "./image-item.js";

/** Props of `VisionDropzone.List`. */
export interface ImageListProps extends Omit<OlHTMLAttributes<HTMLOListElement>, "children"> {
  /** Draws one item. @default VisionDropzone.Item */
  children?: (item: ImageItem, index: number) => ReactNode;
}

/** The images in the order in which the model will see them; nothing at all while there are none. */
export function DropzoneList({ children = (item) => <DropzoneItem item={item} />, ...props }: ImageListProps) {
  const { dropzone, messages } = useDropzoneContext();
  const { items } = dropzone;
  if (items.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes the role away together with the list's bullets
    <ol {...dataAttributes("list", {})} role="list" aria-label={messages.listLabel} {...props}>
      {items.map((item, index) => (
        <Fragment key={item.id}>{children(item, index)}</Fragment>
      ))}
    </ol>
  );
}
