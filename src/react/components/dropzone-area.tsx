import type { ButtonHTMLAttributes, MouseEvent } from "react";
import { useIsomorphicLayoutEffect } from "../hooks/use-isomorphic-layout-effect.js";
import type { PageDrag } from "../drop/use-page-drag.js";
import type { DropzoneMessages } from "../text/messages.js";
import { composeHandlers } from "./compose-handlers.js";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { PictureIcon } from "./picture-icon.js";

/** Props of `VisionDropzone.Area`, a button. Children replace its text; since they are in a button, they must not be controls. */
export interface DropzoneAreaProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** A small button instead of a large area, for a composer's toolbar. @default false */
  compact?: boolean;
}

/** The button that opens the picker. The whole root takes drops, not only this button. */
export function DropzoneArea({ compact = false, children, ...props }: DropzoneAreaProps) {
  const { dropzone, messages, registerCompactArea } = useDropzoneContext();
  useIsomorphicLayoutEffect(() => (compact ? registerCompactArea() : undefined), [compact, registerCompactArea]);
  const { isDragActive, pageDrag, disabled, open } = dropzone;
  const isDragged = isDragActive || pageDrag !== undefined;
  const imagesOnly = pageDrag !== undefined && pageDrag.imageCount === 0 && pageDrag.otherCount > 0;
  const usual = compact ? messages.areaTitleCompact : messages.areaTitle;
  const title = isDragged ? draggingTitle(isDragActive, pageDrag, imagesOnly, messages) : usual;
  const openPicker = (event: MouseEvent) => {
    if (!event.defaultPrevented) open();
  };
  return (
    <button
      {...dataAttributes("area", {
        dragActive: isDragActive,
        dragPage: pageDrag !== undefined,
        imagesOnly,
        disabled,
        compact,
      })}
      type="button"
      {...props}
      disabled={disabled || props.disabled}
      onClick={composeHandlers(props.onClick, openPicker)}
    >
      {children ?? (
        <>
          <span {...dataAttributes("area-icon", {})}>
            <PictureIcon />
          </span>
          <span {...dataAttributes("area-text", {})}>
            <span {...dataAttributes("area-title", {})}>{title}</span>{" "}
            {!compact && <span {...dataAttributes("area-hint", {})}>{messages.areaHint}</span>}
          </span>
        </>
      )}
    </button>
  );
}

function draggingTitle(
  isOver: boolean,
  drag: PageDrag | undefined,
  imagesOnly: boolean,
  { areaTitleDragging, dropHere, dropCount, imagesOnly: only }: DropzoneMessages,
): string {
  if (imagesOnly) return only;
  if (!isOver) return dropHere;
  return drag && drag.imageCount > 0 ? dropCount(drag.imageCount) : areaTitleDragging;
}
