import { useEffect, useState } from "react";
import { shortenName } from "../text/split-name.js";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { useRowActions } from "../hooks/use-row-actions.js";

/** Long enough to read one line and to reach the button. Not while the pointer or the focus is on it. */
const SHOWN_MS = 6000;

const NAME_LENGTH = 28;

/** Says what was removed and offers it back for a while. */
export function UndoNotice() {
  const { dropzone, messages } = useDropzoneContext();
  const actions = useRowActions();
  const { removed, forgetRemoved, disabled } = dropzone;
  const [isHeld, setHeld] = useState(false);
  const isShown = removed.length > 0;

  useEffect(() => {
    if (!isShown) setHeld(false);
    if (!isShown || isHeld) return undefined;
    const timer = setTimeout(forgetRemoved, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [removed, isShown, isHeld, forgetRemoved]);

  if (!isShown) return null;
  const hold = () => setHeld(true);
  const release = () => setHeld(false);
  return (
    <div {...dataAttributes("undo", {})} onPointerEnter={hold} onPointerLeave={release} onFocus={hold} onBlur={release}>
      <span {...dataAttributes("undo-text", {})}>
        <bdi>{messages.removedNotice(removed.map(({ label }) => shortenName(label, NAME_LENGTH)))}</bdi>
      </span>{" "}
      <button {...dataAttributes("undo-action", {})} type="button" disabled={disabled} onClick={actions.undoRemove}>
        {messages.undo}
      </button>
    </div>
  );
}
