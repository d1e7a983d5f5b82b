import type { ForwardedRef, HTMLAttributes, KeyboardEvent, ReactElement } from "react";
import { forwardRef, useMemo, useRef, useState } from "react";
import { assignRef } from "../drop/assign-ref.js";
import { isInEditable } from "../drop/event-path.js";
import { useItemActions } from "../hooks/use-item-actions.js";
import { loadImageParts } from "../hooks/use-image-parts.js";
import { usePresence } from "../hooks/use-presence.js";
import { usePreviewOpener } from "../hooks/use-preview-opener.js";
import type { VisionDropzoneState } from "../hooks/use-vision-dropzone.js";
import { type DropzoneMessages, mergeMessages } from "../text/messages.js";
import { composeHandlers } from "./compose-handlers.js";
import { dataAttributes } from "./data-attributes.js";
import type { Draw } from "./drawn.js";
import { PreviewOf } from "./dropzone-preview.js";
import { DropzoneContext } from "./dropzone-context.js";
import type { ListLayout } from "./list-layout.js";
import { RowContext } from "./row-context.js";

/** Props of `VisionDropzone.Root`; the rest goes to its element, a `div`. */
export interface DropzoneRootProps extends HTMLAttributes<HTMLDivElement> {
  /** The return value of `useVisionDropzone`. */
  dropzone: VisionDropzoneState<unknown>;
  /** Replaces the hook's messages, one by one. @default the hook's */
  messages?: Partial<DropzoneMessages> | undefined;
  /**
   * Shows images that are sent by their address. Each is then loaded from its server, which learns who looks at it. @default
   * false: an icon and the address as text
   */
  previewUrls?: boolean | undefined;
  /**
   * The layout of lists inside that do not set their own: `tiles`, square pictures in one line, or `rows` with names and figures.
   * @default "tiles" if the root has a compact area, as composers do; else "rows"
   */
  layout?: ListLayout | undefined;
  /** A click or Enter on an image opens it large. `false` turns this off, e.g. if the app does it itself. @default true */
  preview?: boolean | undefined;
}

/** `draw`: see `Drawn`. */
export function DropzoneRootRender(
  {
    dropzone,
    messages: replaced,
    previewUrls = false,
    layout: wantedLayout,
    preview = true,
    children,
    ...props
  }: DropzoneRootProps,
  ref: ForwardedRef<HTMLDivElement>,
  draw: Draw = (own) => own,
): ReactElement {
  const rootRef = useRef<HTMLElement>(null);
  const { items, removed, status, isDragActive, pageDrag, disabled } = dropzone;
  const messages = useMemo(() => mergeMessages(replaced, dropzone.messages), [replaced, dropzone.messages]);
  const { site, itemActions } = useItemActions({ ...dropzone, rootRef });
  const [isComposer, registerCompactArea] = usePresence();
  const layout = wantedLayout ?? (isComposer ? "tiles" : "rows");
  const [shownId, setShownId] = useState<string>();
  const { openPreview = preview ? setShownId : undefined, providePreview } = usePreviewOpener();
  const [hasRejected, registerRejected] = usePresence();
  const value = useMemo(
    () => ({
      dropzone,
      messages,
      itemActions,
      layout,
      openPreview,
      providePreview,
      registerCompactArea,
      registerRejected,
      hasRejected,
    }),
    [
      dropzone,
      messages,
      itemActions,
      layout,
      openPreview,
      providePreview,
      registerCompactArea,
      registerRejected,
      hasRejected,
    ],
  );
  const rows = useMemo(
    () => ({ messages, disabled, site, previewUrls, openPreview }),
    [messages, disabled, site, previewUrls, openPreview],
  );
  const setRef = (element: HTMLElement | null) => {
    assignRef(rootRef, element);
    assignRef(ref, element as HTMLDivElement | null);
  };
  /** In a text box the browser undoes typing. */
  const undoByKey = (event: KeyboardEvent) => {
    const isUndo =
      (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "z";
    if (!isUndo || disabled || removed.length === 0 || isInEditable(event.nativeEvent)) return;
    event.preventDefault();
    itemActions.undoRemove();
  };
  const onKeyDown = composeHandlers(props.onKeyDown, undoByKey);
  // A person is about to add something. A failure to load is reported when there is an image.
  const prefetch = () => void loadImageParts().catch(() => {});
  const onFocus = composeHandlers(props.onFocus, prefetch);
  const onDragEnter = composeHandlers(props.onDragEnter, prefetch);
  const dragPage = pageDrag !== undefined;
  const state = { status, disabled, dragActive: isDragActive, dragPage, filled: items.length > 0 };
  const attributes = { ...dataAttributes("root", state), ...props, onKeyDown, onFocus, onDragEnter };
  return (
    <DropzoneContext.Provider value={value}>
      <RowContext.Provider value={rows}>
        {draw(
          // oxlint-disable-next-line react/refs -- the callbacks are called only when React attaches it, and by a key
          <div {...dropzone.getRootProps({ ...attributes, clickable: false, ref: setRef })}>
            {children}
            {preview && <PreviewOf id={shownId} onShow={setShownId} />}
          </div>,
        )}
      </RowContext.Provider>
    </DropzoneContext.Provider>
  );
}

/**
 * Takes drops and pastes on everything inside it, text boxes included, and shares the dropzone with the parts. A click on it does
 * nothing, so it may wrap a composer. Put one `Input` and one `Status` somewhere in it.
 */
export const DropzoneRoot = /* @__PURE__ */ forwardRef<HTMLDivElement, DropzoneRootProps>(DropzoneRootRender);
