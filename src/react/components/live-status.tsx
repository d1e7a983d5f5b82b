import { useEffect, useRef, useState } from "react";
import type { AnnouncedState } from "../text/announce.js";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { useRowContext } from "./row-context.js";
import { useImageParts } from "../hooks/use-image-parts.js";
import { useClientStyle } from "../hooks/use-client-style.js";
import { visuallyHidden } from "./visually-hidden.js";

/** Whoever has added a file waits for a word: after this long it comes, though the file's header has not been read. */
const LONGEST_SILENCE_MS = 1500;

/**
 * `VisionDropzone.Status`: tells screen readers politely what happened to the list. One in each root. Visible only while it says why a
 * pasted picture was not taken, which the list does not show.
 */
export function LiveStatus() {
  const { dropzone, messages } = useDropzoneContext();
  const { items, status, sent, removed, fitting, estimate, pasteRefused } = dropzone;
  const { site } = useRowContext();
  const before = useRef<AnnouncedState>({ items, status, sent, removed, fitting });
  const waiting = useRef<ReadonlySet<string>>(new Set());
  const latestEstimate = useRef(estimate);
  const tellLate = useRef(() => {});
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const announcedRefusal = useRef(pasteRefused);
  const [spoken, setSpoken] = useState({ count: 0, text: "", isShown: false });
  const hidden = useClientStyle(visuallyHidden);

  const parts = useImageParts(items.length + removed.length > 0);

  useEffect(() => {
    latestEstimate.current = estimate;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    if (!parts || parts === "missing") return;
    const wasOver = status === "over" || (status === "working" && before.current.wasOver === true);
    const after = {
      items,
      status,
      sent,
      removed,
      fitting,
      wasOver,
      movedId: site.current.actions?.movedId(),
      estimate: latestEstimate.current,
    };
    const tell = (isLate: boolean) => {
      const { text, waiting: stillWaiting } = parts.announce(before.current, after, messages, waiting.current, isLate);
      before.current = after;
      waiting.current = stillWaiting;
      if (text) setSpoken(({ count }) => ({ count: count + 1, text, isShown: false }));
    };
    tell(false);
    tellLate.current = () => tell(true);
    // From the first change on, whatever else happens meanwhile.
    if (waiting.current.size > 0) {
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        tellLate.current();
      }, LONGEST_SILENCE_MS);
    } else {
      clearTimeout(timer.current);
      timer.current = undefined;
    }
  }, [items, status, sent, removed, fitting, site, messages, parts]);

  useEffect(() => {
    if (!pasteRefused || pasteRefused === announcedRefusal.current) return;
    announcedRefusal.current = pasteRefused;
    const text = messages.pasteRefused(pasteRefused.reason);
    setSpoken(({ count }) => ({ count: count + 1, text, isShown: true }));
  }, [pasteRefused, messages]);

  const { isShown } = spoken;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <output> is a form's result, and some readers treat it as one
    <div
      {...dataAttributes("status", { shown: isShown })}
      role="status"
      aria-live="polite"
      {...(!isShown && { style: hidden })}
    >
      {/* A new element each time, so that the same words twice in a row are spoken twice. */}
      <span key={spoken.count}>{spoken.text}</span>
    </div>
  );
}
