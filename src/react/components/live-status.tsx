import { useCallback, useEffect, useRef, useState } from "react";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { useImageParts } from "../hooks/use-image-parts.js";
import { useClientStyle } from "../hooks/use-client-style.js";
import { visuallyHidden } from "./visually-hidden.js";

/**
 * `VisionDropzone.Status`: a polite live region that announces changes of the list, one per root. Visible only while it says why
 * a pasted picture was not added, which the list does not show.
 */
export function LiveStatus() {
  const { dropzone, messages } = useDropzoneContext();
  const { items, status, sent, removed, fitting, pasteRejected } = dropzone;
  const [initial] = useState({ items, status, sent, removed, fitting });
  const announcedRejection = useRef(pasteRejected);
  const [spoken, setSpoken] = useState({ count: 0, text: "", isShown: false });
  const hidden = useClientStyle(visuallyHidden);

  const parts = useImageParts(items.length + removed.length > 0);

  const speak = useCallback(
    (text: string) => setSpoken(({ count }) => ({ count: count + 1, text, isShown: false })),
    [],
  );

  useEffect(() => {
    if (!pasteRejected || pasteRejected === announcedRejection.current) return;
    announcedRejection.current = pasteRejected;
    const text = messages.pasteRejected(pasteRejected.reason);
    setSpoken(({ count }) => ({ count: count + 1, text, isShown: true }));
  }, [pasteRejected, messages]);

  const { isShown } = spoken;
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <output> is a form's result, and some readers treat it as one
    <div
      {...dataAttributes("status", { shown: isShown })}
      role="status"
      aria-live="polite"
      {...(!isShown && { style: hidden })}
    >
      {/* A new element each time, so that the same text is announced again. */}
      <span key={spoken.count}>{spoken.text}</span>
      {parts && parts !== "missing" && <parts.Announcer initial={initial} onSpeak={speak} />}
    </div>
  );
}
