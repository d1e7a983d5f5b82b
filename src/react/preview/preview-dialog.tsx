/**
 * Shows one image large: what is sent, compared with the original, its figures, and what was done to it. Loaded when first
 * opened.
 */
import type { KeyboardEvent, MouseEvent } from "react";
import { useEffect, useId, useRef, useState } from "react";
import type { ImageItem } from "../../queue/types.js";
import { canBeOpened } from "../components/can-be-opened.js";
import { areaIn } from "../components/area-in.js";
import { dataAttributes } from "../components/data-attributes.js";
import type { Drawn } from "../components/drawn.js";
import { useDropzoneContext } from "../components/dropzone-context.js";
import { RejectedIcon, RemoveIcon } from "../components/icons.js";
import { PictureIcon } from "../components/picture-icon.js";
import { NextIcon, PreviousIcon } from "./preview-icons.js";
import { Announcer } from "../components/announcer.js";
import { ItemName } from "../components/item-name.js";
import { UndoNotice } from "../components/undo-notice.js";
import { useRowContext } from "../components/row-context.js";
import { visuallyHidden } from "../components/visually-hidden.js";
import { useItemMenu } from "../hooks/use-item-menu.js";
import { useRowActions } from "../hooks/use-row-actions.js";
import { useObjectUrl } from "../hooks/use-object-url.js";
import { menuWords } from "../menu/menu-messages.js";
import { labelOf } from "../text/item-label.js";
import { stateText } from "../text/describe-item.js";
import { ComparePicture } from "./compare-picture.js";
import { withPreviewWords } from "./preview-messages.js";

export interface PreviewDialogProps extends Drawn {
  /** Id of the image that is shown. */
  id: string;
  /** Called to show another image; `undefined`: the dialog was closed. */
  onShow: (id: string | undefined) => void;
}

export function PreviewDialog({ id, onShow, draw = (own) => own }: PreviewDialogProps) {
  const { dropzone, messages: given } = useDropzoneContext();
  const messages = withPreviewWords(given);
  const items = dropzone.items.filter(canBeOpened);
  const dialogRef = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const found = items.findIndex((item) => item.id === id);
  /** Its position in the list, in case it is removed: the next image takes it. */
  const [place, setPlace] = useState(found);
  const index = found === -1 ? Math.min(place, items.length - 1) : found;
  const item = items[index];
  const [spoken, setSpoken] = useState("");
  const [atOpening] = useState(dropzone);

  if (found !== -1 && found !== place) setPlace(found);

  useEffect(() => {
    const dialog = dialogRef.current;
    // Test runners' documents may not support dialogs.
    if (dialog && !dialog.open) dialog.showModal?.();
    dialog?.focus();
  }, []);
  useEffect(() => {
    if (!item) dialogRef.current?.close();
    else if (item.id !== id) onShow(item.id);
  }, [item, id, onShow]);
  /** Undo brought it back; it is shown once the list has it. */
  const awaited = useRef<string>(undefined);
  useEffect(() => {
    if (!dropzone.items.some((one) => one.id === awaited.current)) return;
    onShow(awaited.current);
    awaited.current = undefined;
  }, [dropzone.items, onShow]);

  const close = () => dialogRef.current?.close();
  const show = (next: ImageItem | undefined) => {
    if (!next) return;
    onShow(next.id);
    const position = messages.previewPosition(items.indexOf(next) + 1, items.length);
    setSpoken(`${labelOf(next, messages)}, ${position}`);
  };
  /** The button was removed, and the focus with it. */
  const showRestored = ([first]: readonly string[]) => {
    dialogRef.current?.focus();
    awaited.current = first;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDialogElement>) => {
    if (event.defaultPrevented || (event.target as Element).localName === "input") return;
    const isRtl = getComputedStyle(event.currentTarget).direction === "rtl";
    const steps: Record<string, number> = { ArrowLeft: isRtl ? 1 : -1, ArrowRight: isRtl ? -1 : 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    show(items[index + step]);
  };
  const handleClose = () => {
    const root = dialogRef.current?.closest("[data-vd-root]");
    onShow(undefined);
    // The image's own button, not the one that opened the dialog: another image may have been shown last.
    findOpener(root, item?.id)?.focus();
  };

  return draw(
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- Escape closes it, too
    <dialog
      {...dataAttributes("preview", {})}
      ref={dialogRef}
      tabIndex={-1}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onClose={handleClose}
      onClick={({ target, currentTarget }: MouseEvent) => target === currentTarget && close()}
    >
      {item && (
        <div {...dataAttributes("preview-frame", {})}>
          <div {...dataAttributes("preview-bar", {})}>
            <h2 {...dataAttributes("preview-title", {})} id={titleId}>
              <ItemName label={labelOf(item, messages)} />
            </h2>
            {items.length > 1 && (
              <span {...dataAttributes("preview-position", {})}>
                <bdi>{messages.previewPosition(index + 1, items.length)}</bdi>
              </span>
            )}
            {items.length > 1 && (
              <>
                <Step label={messages.previewPrevious} action="previous" target={items[index - 1]} onShow={show} />
                <Step label={messages.previewNext} action="next" target={items[index + 1]} onShow={show} />
              </>
            )}
            <button
              {...dataAttributes("preview-action", { action: "close" })}
              type="button"
              aria-label={messages.previewClose}
              title={messages.previewClose}
              onClick={close}
            >
              <RemoveIcon />
            </button>
          </div>
          {item.status === "ready" && item.image ? (
            <ComparePicture key={item.image.id} original={item.file} image={item.image} messages={messages} />
          ) : (
            <Unfinished item={item} />
          )}
          <Details item={item} />
          <div style={visuallyHidden} role="status">
            {spoken}
          </div>
          {/* The page behind the dialog can be neither read nor focused. */}
          <Announcer initial={atOpening} onSpeak={setSpoken} />
          <UndoNotice onUndo={showRestored} />
        </div>
      )}
    </dialog>,
  );
}

interface StepProps {
  label: string;
  action: "previous" | "next";
  target: ImageItem | undefined;
  onShow: (item: ImageItem | undefined) => void;
}

/** Not `disabled` at the end of the list, which would lose the focus of someone who is pressing Enter. */
function Step({ label, action, target, onShow }: StepProps) {
  return (
    <button
      {...dataAttributes("preview-action", { action })}
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={target === undefined}
      onClick={() => onShow(target)}
    >
      {action === "next" ? <NextIcon /> : <PreviousIcon />}
    </button>
  );
}

/** Not ready yet, or sent by its address. */
function Unfinished({ item }: { item: ImageItem }) {
  const { messages, previewUrls } = useRowContext();
  const small = useObjectUrl(item.file && item.thumbnail);
  const url = item.status === "ready" && !item.file && previewUrls ? item.check.url : small;
  return (
    <div {...dataAttributes("preview-unfinished", { status: item.status })}>
      {url === undefined ? (
        item.status === "rejected" ? (
          <RejectedIcon />
        ) : (
          <PictureIcon />
        )
      ) : (
        <img src={url} alt="" referrerPolicy="no-referrer" draggable={false} />
      )}
      <p>
        <bdi>{stateText(item, messages)}</bdi>
      </p>
    </div>
  );
}

/** What was changed and why, and what can be done about it. */
function Details({ item }: { item: ImageItem }) {
  const { dropzone, messages: given } = useDropzoneContext();
  const actions = useRowActions();
  const messages = withPreviewWords(given);
  const { disabled } = dropzone;
  const menu = useItemMenu(item);
  const changes = item.status === "ready" ? (item.image?.changes ?? []) : [];
  const isLarger = item.options?.preset === "text";
  // The button stays while it is prepared again, and keeps the focus.
  const mayGrow =
    item.file !== undefined && (item.status !== "ready" || changes.some(({ code }) => code === "resized"));
  return (
    <div {...dataAttributes("preview-details", {})}>
      {changes.length > 0 && (
        <ul {...dataAttributes("preview-changes", {})} role="list" aria-label={messages.previewChanges}>
          {/* A picture that was prepared again may have the same code twice, and the order never changes. */}
          {changes.map((change, at) => (
            <li key={at}>
              <bdi>{messages.change(change)}</bdi>
            </li>
          ))}
        </ul>
      )}
      <div {...dataAttributes("preview-actions", {})}>
        {(isLarger || mayGrow) && (
          <button
            {...dataAttributes("preview-action", { action: isLarger ? "smaller" : "larger" })}
            type="button"
            disabled={disabled}
            onClick={() => (isLarger ? actions.keepSmaller(item.id) : actions.keepLarger(item.id))}
          >
            {isLarger ? messages.previewKeepSmaller : messages.previewKeepLarger}
          </button>
        )}
        {menu.isOffered && (
          <button
            {...dataAttributes("preview-action", { action: "menu" })}
            type="button"
            disabled={disabled}
            aria-label={menuWords(messages).itemMenu(labelOf(item, messages))}
            aria-haspopup="menu"
            aria-expanded={menu.isOpen}
            onClick={({ currentTarget }) => menu.openAt(currentTarget)}
          >
            {menuWords(messages).itemMenuShort}
          </button>
        )}
        {menu.menu}
        <button
          {...dataAttributes("preview-action", { action: "remove" })}
          type="button"
          disabled={disabled}
          onClick={() => actions.remove(item.id)}
        >
          {messages.previewRemove}
        </button>
      </div>
    </div>
  );
}

function findOpener(root: Element | null | undefined, id: string | undefined): HTMLElement | null {
  const items = Array.from(root?.querySelectorAll<HTMLElement>("[data-vd-item]") ?? []);
  const own = items.find(({ dataset }) => dataset.id === id);
  return own?.querySelector<HTMLElement>("[data-vd-item-open]") ?? areaIn(root);
}
