import type { HTMLAttributes } from "react";
import { forwardRef, useMemo, useRef, useState } from "react";
import { dataAttributes } from "./data-attributes.js";
import { createDropzoneStore, DropzoneContext } from "./dropzone-context.js";
import type { DropzoneMessages } from "../text/messages.js";
import { mergeMessages } from "../text/messages.js";
import { RowContext } from "./row-context.js";
import { useEffectBeforePaint } from "../hooks/use-effect-before-paint.js";
import { useItemActions } from "../hooks/use-item-actions.js";
import type { VisionDropzoneState } from "../hooks/use-vision-dropzone.js";

/** Props of `VisionDropzone.Root`; the rest goes to its element, a `div`. */
export interface DropzoneRootProps extends HTMLAttributes<HTMLDivElement> {
  /** What `useVisionDropzone` returned. */
  dropzone: VisionDropzoneState<unknown>;
  messages?: Partial<DropzoneMessages> | undefined;
  /**
   * Show images that are sent by their address: each is then loaded from its server, which sees who looks at it. @default false,
   * a sign and the address in words
   */
  previewUrls?: boolean | undefined;
}

/**
 * Takes drops and pastes on everything inside it, text boxes included, and shares the dropzone with the parts. A click on it
 * does nothing: wrap a whole composer. Put one `Input` and one `Status` somewhere in it.
 */
export const DropzoneRoot = /* @__PURE__ */ forwardRef<HTMLDivElement, DropzoneRootProps>(function DropzoneRoot(
  { dropzone, messages, previewUrls = false, children, ...props },
  ref,
) {
  const rootRef = useRef<HTMLElement>(null);
  const words = useMemo(() => mergeMessages(messages), [messages]);
  const { items, remove, retry, move, status, isDragActive, disabled } = dropzone;
  const itemActions = useItemActions({ items, rootRef, remove, retry, move });
  const shared = useMemo(() => ({ messages: words, disabled, actions: itemActions, previewUrls }), [words, disabled, itemActions, previewUrls]);
  const value = { dropzone, messages: words, itemActions };
  const [store] = useState(() => createDropzoneStore(value));
  // While drawing, so that parts drawn in the same pass see what their parent sees; the others are told before the page paints.
  // oxlint-disable-next-line react/immutability -- a pass that React drops is followed by one that writes again
  store.value = value;
  useEffectBeforePaint(() => store.announce());
  const setRef = (element: HTMLElement | null) => {
    rootRef.current = element;
    if (typeof ref === "function") ref(element as HTMLDivElement | null);
    else if (ref) ref.current = element as HTMLDivElement | null;
  };
  const state = { status, disabled, dragActive: isDragActive, filled: items.length > 0 };
  return (
    <DropzoneContext.Provider value={store}>
      <RowContext.Provider value={shared}>
        {/* oxlint-disable-next-line react/refs -- the callback is only handed on; it is called when React attaches it */}
        <div {...dropzone.getRootProps({ ...dataAttributes("root", state), ...props, clickable: false, ref: setRef })}>{children}</div>
      </RowContext.Provider>
    </DropzoneContext.Provider>
  );
});
