import { useEffect, useRef, useState } from "react";
import type { AnnouncedState } from "../text/announce.js";
import { announce } from "../text/announce.js";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { useClientStyle } from "../hooks/use-client-style.js";
import { visuallyHidden } from "./visually-hidden.js";

/**
 * `VisionDropzone.Status`: says politely to screen readers what happened to the list. One in each root. Seen only while it says why a
 * pasted picture was not taken, since the list shows nothing of that.
 */
export function LiveStatus() {
  const { dropzone, messages } = useDropzoneContext();
  const { items, status, sent, estimate, pasteRefused } = dropzone;
  const { limitedBy } = estimate;
  const before = useRef<AnnouncedState>({ items, status, sent, limitedBy });
  const held = useRef<ReadonlySet<string>>(new Set());
  const toldOf = useRef(pasteRefused);
  const [spoken, setSpoken] = useState({ count: 0, text: "", isShown: false });
  const hidden = useClientStyle(visuallyHidden);

  useEffect(() => {
    const after = { items, status, sent, limitedBy };
    const { text, held: waiting } = announce(before.current, after, messages, held.current);
    before.current = after;
    held.current = waiting;
    if (text) setSpoken(({ count }) => ({ count: count + 1, text, isShown: false }));
  }, [items, status, sent, limitedBy, messages]);

  useEffect(() => {
    if (!pasteRefused || pasteRefused === toldOf.current) return;
    toldOf.current = pasteRefused;
    const text = messages.pasteRefused(pasteRefused.reason);
    setSpoken(({ count }) => ({ count: count + 1, text, isShown: true }));
  }, [pasteRefused, messages]);

  const { isShown } = spoken;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <output> is a form's result, and some readers treat it as one
    <div {...dataAttributes("status", { shown: isShown })} role="status" aria-live="polite" {...(!isShown && { style: hidden })}>
      {/* A new element each time: the same words twice in a row are news, too. */}
      <span key={spoken.count}>{spoken.text}</span>
    </div>
  );
}
