import type { ReactNode } from "react";
import type { ImageItem } from "../core/queue/types.js";
import { canRetry, troubleOf } from "./can-retry.js";
import type { ItemAction } from "./data-attributes.js";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { EarlierIcon, LaterIcon, RemoveIcon, RetryIcon } from "./icons.js";

interface ItemButtonProps {
  action: ItemAction;
  label: string;
  disabled: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** A button that is an icon; its name is read and shown on hover. */
function ItemButton({ action, label, disabled, onClick, children }: ItemButtonProps) {
  return (
    <button
      {...dataAttributes("action", { action })}
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** The buttons of one item: retry where it makes sense, earlier and later where there is more than one, remove. */
export function ItemButtons({ item }: { item: ImageItem }) {
  const { dropzone, messages, itemActions } = useDropzoneContext();
  const { items, disabled } = dropzone;
  const { id, name } = item;
  const trouble = troubleOf(item);
  const at = items.findIndex((other) => other.id === id);
  const retryLabel = item.status === "ready" ? messages.retryUpload : messages.retry;
  const button = (action: ItemAction, label: string, icon: ReactNode, onClick: () => void, off = false) => (
    <ItemButton action={action} label={label} disabled={disabled || off} onClick={onClick}>
      {icon}
    </ItemButton>
  );
  return (
    <span {...dataAttributes("actions", {})}>
      {trouble &&
        canRetry(trouble.code) &&
        button("retry", retryLabel(name), <RetryIcon />, () => itemActions.retry(id))}
      {items.length > 1 && (
        <>
          {button("earlier", messages.moveEarlier(name), <EarlierIcon />, () => itemActions.move(id, at - 1), at <= 0)}
          {button("later", messages.moveLater(name), <LaterIcon />, () => itemActions.move(id, at + 1), at >= items.length - 1)}
        </>
      )}
      {button("remove", messages.remove(name), <RemoveIcon />, () => itemActions.remove(id))}
    </span>
  );
}
