/**
 * The only importer of react-dropzone, used for what it is good at: drag state, prop getters, the picker. It never sees a file:
 * since 19.1 it forgets a drop when the next one comes before it has read the first, even in the same tick (T1), and its paste
 * takes a picture for text (T2). Our handlers run before its own, inside the event, and hand the files on there and then.
 */
import type { ChangeEvent, ClipboardEvent, DragEvent, HTMLAttributes, InputHTMLAttributes, KeyboardEvent, MouseEvent, Ref, RefCallback } from "react";
import { useCallback, useRef, useState } from "react";
import { useDropzone } from "react-dropzone";
import { collectDroppedFiles } from "./collect-dropped-files.js";
import { composeHandlers } from "../hooks/compose-handlers.js";
import { droppedUrl } from "./dropped-url.js";
import { carriesUrl, isControlInside } from "./editable-target.js";
import { defaultMessages } from "../text/default-messages.js";
import type { PasteFrom } from "./use-paste.js";
import { takePaste, useDocumentPaste } from "./use-paste.js";
import { isTextDrag, useDropGuard } from "./use-drop-guard.js";

/** Props for the element that takes drops and pastes. Handlers given here run before ours. */
export interface RootProps extends HTMLAttributes<HTMLElement> {
  ref?: Ref<HTMLElement> | undefined;
  /** Open the picker on click, Enter and Space. `false` where the root holds more than the dropzone. @default true */
  clickable?: boolean;
}

/** What `getRootProps` returns; fits any HTML element. */
export type RootAttributes = HTMLAttributes<HTMLElement> & { ref: RefCallback<HTMLElement> };

/** Props for the hidden file input. */
export type InputProps = InputHTMLAttributes<HTMLInputElement>;

export interface DropTargetOptions {
  disabled: boolean;
  multiple: boolean;
  /** The `accept` attribute: what the picker offers. */
  accept: string;
  pasteFrom: PasteFrom;
  /** Must keep its identity. */
  onFiles: (files: File[] | Promise<File[]>) => void;
  /** A person is about to add something. Must keep its identity. */
  onIntent: () => void;
  /** Takes what a drag from another page names; `undefined`: such drags are not ours. */
  onUrl: ((url: string) => void) | undefined;
}

/** react-dropzone asks for the files on each drag and drop; it gets none. */
const noFiles = () => Promise.resolve([]);

export function useDropTarget({ disabled, multiple, accept, pasteFrom, onFiles, onIntent, onUrl }: DropTargetOptions) {
  const dropzone = useDropzone({
    disabled,
    multiple,
    getFilesFromEvent: noFiles,
    noClick: true,
    noKeyboard: true,
    noPaste: true,
    preventDropOnDocument: false,
  });
  const { rootRef, inputRef } = dropzone;
  const callerRef = useRef<Ref<HTMLElement>>(undefined);
  const [isUrlOver, setUrlOver] = useState(false);
  useDropGuard();
  useDocumentPaste(pasteFrom === "document" && !disabled, onFiles);

  const setRoot = useCallback(
    (element: HTMLElement | null) => {
      assignRef(rootRef, element);
      assignRef(callerRef.current, element);
    },
    [rootRef],
  );

  function open(): void {
    if (disabled) return;
    if (!inputRef.current) {
      throw new TypeError("vision-dropzone: open() needs the file input. Render <input {...getInputProps()} /> or VisionDropzone.Input.");
    }
    onIntent();
    dropzone.open();
  }

  function takeDrop(event: DragEvent<HTMLElement>): void {
    if (disabled) return;
    const files = collectDroppedFiles(event.dataTransfer);
    if (files instanceof Promise || files.length > 0) return onFiles(files);
    const found = onUrl && droppedUrl(event.dataTransfer);
    if (found) onUrl(found.url);
  }

  /** react-dropzone sees files only. `dragleave` also fires between the elements inside; leaving the window has no target. */
  function followUrl(event: DragEvent<HTMLElement>): void {
    if (!onUrl || !carriesUrl(event.dataTransfer)) return;
    if (event.type === "dragenter") setUrlOver(true);
    else if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setUrlOver(false);
  }

  function takeInput({ currentTarget: input }: ChangeEvent<HTMLInputElement>): void {
    const files = Array.from(input.files ?? []);
    // Else choosing the same file again after its removal is no change (T31).
    input.value = "";
    onFiles(files);
  }

  function getRootProps({ clickable = true, ref, ...props }: RootProps = {}): RootAttributes {
    callerRef.current = ref;
    const theirs = dropzone.getRootProps() as HTMLAttributes<HTMLElement>;
    /** Text on its way into a text box inside the root must not meet react-dropzone, which would swallow it. */
    const onDrag = (name: "onDragEnter" | "onDragOver" | "onDragLeave" | "onDrop") =>
      composeHandlers<DragEvent<HTMLElement>>(props[name], (event) => {
        if (isTextDrag(event)) return;
        if (name === "onDragEnter" && !disabled) onIntent();
        if (name === "onDrop") takeDrop(event);
        if (name !== "onDragOver") followUrl(event);
        theirs[name]?.(event);
      });
    const onPaste = (event: ClipboardEvent) => {
      if (pasteFrom === "root" && !disabled) takePaste(event.nativeEvent, onFiles);
    };
    const attributes: RootAttributes = {
      ...(disabled && { "aria-disabled": true }),
      ...(clickable && { role: "group", "aria-label": defaultMessages.areaTitle }),
      ...(clickable && !disabled && { tabIndex: 0 }),
      ...props,
      ref: setRoot,
      onDragEnter: onDrag("onDragEnter"),
      onDragOver: onDrag("onDragOver"),
      onDragLeave: onDrag("onDragLeave"),
      onDrop: onDrag("onDrop"),
      onPaste: composeHandlers(props.onPaste, onPaste),
      onFocus: composeHandlers(props.onFocus, () => !disabled && onIntent()),
    };
    if (!clickable) return attributes;
    const onClick = (event: MouseEvent<HTMLElement>) => {
      if (!event.defaultPrevented && !isControlInside(event.target, event.currentTarget)) open();
    };
    const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      open();
    };
    return { ...attributes, onClick: composeHandlers(props.onClick, onClick), onKeyDown: composeHandlers(props.onKeyDown, onKeyDown) };
  }

  function getInputProps(props: InputProps = {}): InputProps {
    return dropzone.getInputProps({
      accept,
      disabled,
      "aria-label": defaultMessages.inputLabel,
      ...props,
      onChange: composeHandlers(props.onChange, takeInput),
    });
  }

  return { getRootProps, getInputProps, open, rootRef, isDragActive: (dropzone.isDragActive || isUrlOver) && !disabled };
}

function assignRef(ref: Ref<HTMLElement> | undefined, element: HTMLElement | null): void {
  if (typeof ref === "function") ref(element);
  // Ref objects are read-only by type only; React writes them the same way.
  else if (ref) (ref as { current: HTMLElement | null }).current = element;
}
