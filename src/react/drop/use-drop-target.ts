/**
 * The only importer of react-dropzone, which is used for the picker, the input's props and the pointer of a drag. It never gets a
 * file: since 19.1 it forgets a drop when the next one comes before it has read the first, even in the same tick (T1), and its
 * paste takes a picture for text (T2). Nor is its drag state used, which it sets a tick after the drag arrives: the drop may be
 * over by then. Our handlers run inside the event and pass the files on at once.
 */
import type {
  ChangeEvent,
  ClipboardEvent,
  CSSProperties,
  DragEvent,
  HTMLAttributes,
  InputHTMLAttributes,
  KeyboardEvent,
  MouseEvent,
  Ref,
  RefCallback,
} from "react";
import { useCallback, useRef } from "react";
import { useDropzone } from "react-dropzone";
import { isPromise } from "../../shared/platform-types.js";
import { adoptFiles } from "./adopt-files.js";
import { assignRef } from "./assign-ref.js";
import { collectDroppedFiles } from "./collect-dropped-files.js";
import { composeHandlers } from "../components/compose-handlers.js";
import { dataAttributes } from "../components/data-attributes.js";
import { dataUrlFile } from "./data-url-file.js";
import { carriesFiles, carriesHtml, carriesUrl } from "./drag-data.js";
import { droppedUrl } from "./dropped-url.js";
import { isForItself } from "./event-path.js";
import { useClientStyle } from "../hooks/use-client-style.js";
import { isBrowsersOwn, useDropGuard } from "./use-drop-guard.js";
import { isFieldsetDisabled, useFieldsetDisabled } from "../hooks/use-fieldset-disabled.js";
import { useContents } from "../hooks/use-contents.js";
import { useHomeDocument } from "../hooks/use-home-document.js";
import type { DropzoneMessages } from "../text/messages.js";
import type { PasteFrom, PasteTakers } from "./use-paste.js";
import { takePaste, useDocumentPaste } from "./use-paste.js";
import { type DropFrom, useDocumentDrop } from "./use-document-drop.js";
import { usePageDrag } from "./use-page-drag.js";
import { type DragEventName, useDragOver } from "./use-drag-over.js";

/** Props for the element that takes drops and pastes. Handlers given here run before ours. */
export interface RootProps extends HTMLAttributes<HTMLElement> {
  ref?: Ref<HTMLElement> | undefined;
  /**
   * The root is a button that opens the picker, on click, Enter and Space. A button cannot hold controls: while there is one inside
   * (a list with its buttons, a text box), only the click is left, and people at a keyboard need a button of yours that calls
   * `open`. `false`: a click on the root does nothing. @default true
   */
  clickable?: boolean;
}

/** The return type of `getRootProps`; fits any HTML element. */
export type RootAttributes = HTMLAttributes<HTMLElement> & { ref: RefCallback<HTMLElement> };

/** Props for the hidden file input. */
export type InputProps = InputHTMLAttributes<HTMLInputElement>;

export interface DropTargetOptions extends Pick<PasteTakers, "onPasteRejected"> {
  disabled: boolean;
  multiple: boolean;
  /** The `accept` attribute: what the picker offers. */
  accept: string;
  messages: Pick<DropzoneMessages, "areaTitle" | "inputLabel">;
  pasteFrom: PasteFrom;
  dropFrom: DropFrom;
  /** Must be the same function at each render. */
  onFiles: (files: File[] | Promise<File[]>) => void;
  /** Called when a person is about to add something. Must be the same function at each render. */
  onIntent: () => void;
  /** Gets the address in a drag or a paste from another page; `undefined`: addresses are not taken. */
  onUrl: ((url: string) => void) | undefined;
}

/** react-dropzone asks for the files of each drag and drop, and always gets none. */
const noFiles = () => Promise.resolve([]);

export function useDropTarget(options: DropTargetOptions) {
  const { multiple, accept, messages, pasteFrom, dropFrom, onIntent, onUrl, onPasteRejected } = options;
  const dropzone = useDropzone({
    disabled: options.disabled,
    multiple,
    getFilesFromEvent: noFiles,
    noClick: true,
    noKeyboard: true,
    noPaste: true,
    preventDropOnDocument: false,
  });
  const { rootRef, inputRef } = dropzone;
  const appRef = useRef<Ref<HTMLElement>>(undefined);
  const isClickable = useRef(false);
  const { home, update: updateHome } = useHomeDocument(rootRef);
  const disabled = useFieldsetDisabled(rootRef, inputRef) || options.disabled;
  const contents = useContents(rootRef, isClickable);
  // Assistive technology reads no control inside a button.
  const isButton = contents !== "controls";
  const { isOver, isClaimed, follow } = useDragOver(home);
  const inputStyle = useClientStyle(HIDDEN);
  const takeFiles = options.onFiles;
  const onFiles = useCallback(
    (files: File[] | Promise<File[]>) => takeFiles(adoptFiles(files, rootRef.current)),
    [takeFiles, rootRef],
  );
  // A fieldset may have been disabled in this very task.
  const isDisabled = useCallback(
    () => options.disabled || isFieldsetDisabled(rootRef.current) || isFieldsetDisabled(inputRef.current),
    [options.disabled, rootRef, inputRef],
  );
  const listenForPaste = useCallback(
    (event: globalThis.ClipboardEvent) => {
      if (!isDisabled()) takePaste(event, { onFiles, onUrl, onPasteRejected });
    },
    [isDisabled, onFiles, onUrl, onPasteRejected],
  );
  const pageDrag = usePageDrag(home, accept);
  useDropGuard(home);
  useDocumentDrop(dropFrom === "document" ? home : undefined, isDisabled, takeDrop);
  useDocumentPaste(pasteFrom === "document" ? home : undefined, listenForPaste);

  const setRoot = useCallback(
    (element: HTMLElement | null) => {
      assignRef(rootRef, element);
      assignRef(appRef.current, element);
      if (element) updateHome();
    },
    [rootRef, updateHome],
  );

  function open(): void {
    if (isDisabled()) return;
    if (!inputRef.current) {
      throw new TypeError(
        "vision-dropzone: open() needs the file input. Render <input {...getInputProps()} /> or VisionDropzone.Input.",
      );
    }
    onIntent();
    dropzone.open();
  }

  function takeDrop(data: DataTransfer): void {
    const files = collectDroppedFiles(data);
    if (isPromise(files) || files.length > 0) return onFiles(files);
    const url = onUrl && droppedUrl(data);
    if (url === undefined) return;
    const file = dataUrlFile(url);
    if (file) onFiles([file]);
    else onUrl?.(url);
  }

  /** Anything else is left to the browser, to a drop target around this one, or to the guard. */
  function isOurs(event: DragEvent<HTMLElement>): boolean {
    if (isDisabled() || isBrowsersOwn(event.nativeEvent)) return false;
    const { dataTransfer: data } = event;
    return carriesFiles(data) || (onUrl !== undefined && (carriesUrl(data) || carriesHtml(data)));
  }

  function takeDrag(name: DragEventName, event: DragEvent<HTMLElement>, claimed: boolean): void {
    const ours = !claimed && isOurs(event);
    // A selection of text may be a picture in HTML, so it is accepted; whether it is one is known only at the drop.
    follow(name, event, ours && (carriesFiles(event.dataTransfer) || carriesUrl(event.dataTransfer)));
    if (!ours || name === "onDragLeave") return;
    event.preventDefault();
    if (name === "onDragEnter") {
      updateHome();
      onIntent();
    }
    if (name === "onDragOver") dropzone.getRootProps<HTMLAttributes<HTMLElement>>().onDragOver?.(event);
    if (name === "onDrop") takeDrop(event.dataTransfer);
  }

  function takeInput({ currentTarget: input }: ChangeEvent<HTMLInputElement>): void {
    const files = Array.from(input.files ?? []);
    // Otherwise choosing the same file again after its removal would not be a change (T31).
    input.value = "";
    if (!isDisabled()) onFiles(files);
  }

  function getRootProps({ clickable = true, ref, ...props }: RootProps = {}): RootAttributes {
    appRef.current = ref;
    isClickable.current = clickable;
    const onDrag = (name: DragEventName) => (event: DragEvent<HTMLElement>) => {
      // Before the app's own handler, which may prevent the default of each drag over this element.
      const claimed = isClaimed(name, event);
      composeHandlers<DragEvent<HTMLElement>>(props[name], () => takeDrag(name, event, claimed))(event);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (pasteFrom === "root") listenForPaste(event.nativeEvent);
    };
    const onFocus = () => {
      updateHome();
      if (!disabled) onIntent();
    };
    const attributes: RootAttributes = {
      ...(disabled && { "aria-disabled": true }),
      ...(clickable && isButton && { role: "button" }),
      // Its accessible name is its contents.
      ...(clickable && contents === "nothing" && { "aria-label": messages.areaTitle }),
      // Keeps a `tabIndex` when it stops being a button: otherwise the focus, if it is there, would be lost.
      ...(clickable && !disabled && { tabIndex: isButton ? 0 : -1 }),
      ...props,
      ref: setRoot,
      onDragEnter: onDrag("onDragEnter"),
      onDragOver: onDrag("onDragOver"),
      onDragLeave: onDrag("onDragLeave"),
      onDrop: onDrag("onDrop"),
      onPaste: composeHandlers(props.onPaste, onPaste),
      onFocus: composeHandlers(props.onFocus, onFocus),
    };
    if (!clickable) return attributes;
    const onClick = (event: MouseEvent<HTMLElement>) => {
      if (!event.defaultPrevented && isForItself(event.nativeEvent, event.currentTarget)) open();
    };
    const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
      if (!isButton || event.target !== event.currentTarget || (event.key !== "Enter" && event.key !== " ")) return;
      event.preventDefault();
      open();
    };
    return {
      ...attributes,
      onClick: composeHandlers(props.onClick, onClick),
      onKeyDown: composeHandlers(props.onKeyDown, onKeyDown),
    };
  }

  function getInputProps(props: InputProps = {}): InputProps {
    return dropzone.getInputProps({
      ...dataAttributes("input", {}),
      accept,
      disabled: options.disabled,
      "aria-label": messages.inputLabel,
      // An app with its own style shows the input, or hides it in its own way. Replaces react-dropzone's style.
      hidden: props.style === undefined,
      style: inputStyle,
      ...props,
      onChange: composeHandlers(props.onChange, takeInput),
    });
  }

  const isOverTarget = isOver || (dropFrom === "document" && pageDrag !== undefined);
  return {
    getRootProps,
    getInputProps,
    open,
    disabled,
    isDragActive: isOverTarget && !disabled,
    pageDrag: disabled ? undefined : pageDrag,
  };
}

/** In addition to `hidden`, which any of the app's rules for inputs overrides. */
const HIDDEN: CSSProperties = { display: "none" };
