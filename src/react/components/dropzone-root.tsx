import type { HTMLAttributes } from "react";
import { forwardRef, useMemo, useRef } from "react";
import { useItemActions } from "../hooks/use-item-actions.js";
import type { VisionDropzoneState } from "../hooks/use-vision-dropzone.js";
import { type DropzoneMessages, mergeMessages } from "../text/messages.js";
import { dataAttributes } from "./data-attributes.js";
import { DropzoneContext } from "./dropzone-context.js";
import { RowContext } from "./row-context.js";

/** Props of `VisionDropzone.Root`; the rest goes to its element, a `div`. */
export interface DropzoneRootProps extends HTMLAttributes<HTMLDivElement> {
  /** What `useVisionDropzone` returned. */
  dropzone: VisionDropzoneState<unknown>;
  /** Replaces those of the hook, one by one. @default the hook's */
  messages?: Partial<DropzoneMessages> | undefined;
  /**
   * Show images that are sent by their address: each is then loaded from its server, which sees who looks at it. @default false,
   * a sign and the address in words
   */
  previewUrls?: boolean | undefined;
}

/**
 * Takes drops and pastes on everything inside it, text boxes included, and shares the dropzone with the parts. A click on it
 * does nothing: it may wrap a composer. Put one `Input` and one `Status` somewhere in it.
 */
export const DropzoneRoot = /* @__PURE__ */ forwardRef<HTMLDivElement, DropzoneRootProps>(function DropzoneRoot(
  { dropzone, messages: replaced, previewUrls = false, children, ...props },
  ref,
) {
  const rootRef = useRef<HTMLElement>(null);
  const { items, remove, retry, move, status, isDragActive, disabled } = dropzone;
  const messages = useMemo(() => mergeMessages(replaced, dropzone.messages), [replaced, dropzone.messages]);
  const itemActions = useItemActions({ items, rootRef, remove, retry, move });
  const value = useMemo(() => ({ dropzone, messages, itemActions }), [dropzone, messages, itemActions]);
  const rows = useMemo(
    () => ({ messages, disabled, actions: itemActions, previewUrls }),
    [messages, disabled, itemActions, previewUrls],
  );
  const setRef = (element: HTMLElement | null) => {
    rootRef.current = element;
    if (typeof ref === "function") ref(element as HTMLDivElement | null);
    else if (ref) ref.current = element as HTMLDivElement | null;
  };
  const state = { status, disabled, dragActive: isDragActive, filled: items.length > 0 };
  return (
    <DropzoneContext.Provider value={value}>
      <RowContext.Provider value={rows}>
        {/* oxlint-disable-next-line react/refs -- the callback is called only when React attaches it */}
        <div {...dropzone.getRootProps({ ...dataAttributes("root", state), ...props, clickable: false, ref: setRef })}>
          {children}
        </div>
      </RowContext.Provider>
    </DropzoneContext.Provider>
  );
});
