import { useEffect, useState } from "react";
import type { ImageItem } from "../../queue/types.js";
import { useIsomorphicLayoutEffect } from "../hooks/use-isomorphic-layout-effect.js";
import { labelOf } from "../text/item-label.js";
import { shortenName } from "../text/split-name.js";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { useRowActions } from "../hooks/use-row-actions.js";

/** Long enough to read one line and to reach the button. Not while the pointer or the focus is on it. */
const SHOWN_MS = 6000;

const NAME_LENGTH = 28;

/** Removals whose time is over: neither undoing a later one nor a notice elsewhere brings theirs back. */
const expired = new WeakSet<readonly ImageItem[]>();

export interface UndoNoticeProps {
  /** The removal with these ids was taken back by the button. */
  onUndo?: (ids: readonly string[]) => void;
}

/** Says what was removed and offers it back for a while. Ctrl+Z goes on doing so for a minute. */
export function UndoNotice({ onUndo }: UndoNoticeProps) {
  const { dropzone, messages } = useDropzoneContext();
  const actions = useRowActions();
  const { removed, disabled } = dropzone;
  const [shown, setShown] = useState<readonly ImageItem[]>();
  const [isPointedAt, setPointedAt] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const isShown = removed.length > 0 && shown === removed;
  const isHeld = isPointedAt || isFocused;

  useIsomorphicLayoutEffect(() => setShown(expired.has(removed) ? undefined : removed), [removed]);

  if (!isShown && isHeld) {
    setPointedAt(false);
    setFocused(false);
  }
  useEffect(() => {
    if (!isShown || isHeld) return undefined;
    const timer = setTimeout(() => {
      expired.add(removed);
      setShown(undefined);
    }, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [removed, isShown, isHeld]);

  if (!isShown) return null;
  const undo = () => {
    actions.undoRemove();
    onUndo?.(removed.map((item) => item.id));
  };
  return (
    <div
      {...dataAttributes("undo", {})}
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <span {...dataAttributes("undo-text", {})}>
        <bdi>{messages.removedNotice(removed.map((item) => shortenName(labelOf(item, messages), NAME_LENGTH)))}</bdi>
      </span>{" "}
      <button {...dataAttributes("undo-action", {})} type="button" disabled={disabled} onClick={undo}>
        {messages.undo}
      </button>
    </div>
  );
}
