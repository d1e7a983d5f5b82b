import { useEffect, useState } from "react";
import type { ImageItem } from "../../queue/types.js";
import { useIsomorphicLayoutEffect } from "../hooks/use-isomorphic-layout-effect.js";
import { areNamed, labelOf } from "../text/item-label.js";
import { shortenName } from "../text/split-name.js";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { useRowActions } from "../hooks/use-row-actions.js";

/** Long enough to read one line and to reach the button. The time stops while the pointer or the focus is on it. */
const SHOWN_MS = 6000;

const NAME_LENGTH = 28;

/** Removals whose time is over: they are not offered again when a later one is undone, or undone elsewhere. */
const expired = new WeakSet<readonly ImageItem[]>();

export interface UndoNoticeProps {
  /** The button undid the removal with these ids. */
  onUndo?: (ids: readonly string[]) => void;
}

/** Says what was removed and offers to undo it for a while. Ctrl+Z works for a minute. */
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
  const names = removed.map((item) => shortenName(labelOf(item, messages), NAME_LENGTH));
  const said = areNamed(removed) ? [names.join(", ")] : names;
  return (
    <div
      {...dataAttributes("undo", {})}
      onPointerEnter={() => setPointedAt(true)}
      onPointerLeave={() => setPointedAt(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <span {...dataAttributes("undo-text", {})}>
        <bdi>{messages.removedNotice(said)}</bdi>
      </span>{" "}
      <button {...dataAttributes("undo-action", {})} type="button" disabled={disabled} onClick={undo}>
        {messages.undo}
      </button>
    </div>
  );
}
