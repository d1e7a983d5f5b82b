/**
 * Lets a person choose which pages of a file become images: small pictures with checkboxes, and a field for page numbers. Loaded
 * when first opened.
 */
import type { KeyboardEvent, SyntheticEvent } from "react";
import { useEffect, useId, useRef, useState } from "react";
import type { FilePages } from "../../queue/types.js";
import { dataAttributes } from "../components/data-attributes.js";
import { useDropzoneContext } from "../components/dropzone-context.js";
import { useRowContext } from "../components/row-context.js";
import { useObjectUrl } from "../hooks/use-object-url.js";
import { keepFocus } from "./keep-focus.js";
import { withPageWords } from "./page-messages.js";
import { formatPages, parsePages } from "./page-ranges.js";

export interface PagePickerProps {
  /** The id of an item that is a page of the file, or several pages. */
  id: string;
  onClose: () => void;
}

export function PagePicker({ id, onClose }: PagePickerProps) {
  const { dropzone } = useDropzoneContext();
  const { pagesOf } = dropzone;
  const [file, setFile] = useState<FilePages>();
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    let isWaiting = true;
    void pagesOf(id)
      .catch(reportError)
      .then((found) => {
        if (!isWaiting) return;
        if (found) setFile(found);
        else close.current();
      });
    return () => {
      isWaiting = false;
    };
  }, [id, pagesOf]);
  return file ? <Dialog id={id} file={file} onClose={onClose} /> : null;
}

/** How many are added first, and each time the end comes into view: a file may have thousands. */
const PAGES_AT_ONCE = 60;

interface DialogProps extends PagePickerProps {
  file: FilePages;
}

function Dialog({ id, file, onClose }: DialogProps) {
  const { messages: given } = useDropzoneContext();
  const { site } = useRowContext();
  const messages = withPageWords(given);
  const { name, count, places, maxImages, maxImagesOwner } = file;
  const dialogRef = useRef<HTMLDialogElement>(null);
  const [titleId, fieldId, hintId] = [useId(), useId(), useId()];
  const [text, setText] = useState(() => formatPages(file.chosen));
  const [shown, setShown] = useState(PAGES_AT_ONCE);
  const written = parsePages(text, count);
  /** The last valid input: while a person types, no page loses its tick. */
  const [pages, setPages] = useState(file.chosen);
  const isTooMany = pages.length > places;
  const mayUse = written !== undefined && pages.length > 0 && !isTooMany;

  useEffect(() => {
    const dialog = dialogRef.current;
    // Test runners' documents may not support dialogs.
    if (dialog && !dialog.open) dialog.showModal?.();
  }, []);

  const write = (words: string) => {
    setText(words);
    const read = parsePages(words, count);
    if (read) setPages(read);
  };
  const choose = (next: readonly number[]) => write(formatPages(next));
  /** Closing gives the focus back to what had it before; an open dialog that is merely removed does not. */
  const close = () => {
    dialogRef.current?.close?.();
    onClose();
  };
  const use = () => {
    if (!mayUse) return;
    close();
    keepFocus(site, id, pages);
    file.choose(pages);
  };
  const isLimited = places < count;
  const note =
    written === undefined
      ? messages.pagesUnknown(count)
      : [
          messages.pagesChosen(pages.length, count),
          ...(isTooMany ? [messages.pagesTooMany(pages.length - places)] : []),
        ].join(", ");
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the list around it has keys of its own
    <dialog
      {...dataAttributes("pages", {})}
      ref={dialogRef}
      title=""
      aria-labelledby={titleId}
      onClose={onClose}
      onKeyDown={stop}
      onPointerDown={stop}
      onContextMenu={stop}
    >
      <div {...dataAttributes("pages-frame", {})}>
        <h2 {...dataAttributes("pages-title", {})} id={titleId}>
          <bdi>{messages.pagesTitle(name)}</bdi>
        </h2>
        <div {...dataAttributes("pages-bar", {})}>
          <label htmlFor={fieldId}>{messages.pagesField}</label>
          <input
            {...dataAttributes("pages-field", {})}
            id={fieldId}
            type="text"
            inputMode="text"
            autoComplete="off"
            spellCheck={false}
            dir="ltr"
            placeholder={messages.pagesHint(count)}
            aria-describedby={hintId}
            aria-invalid={written === undefined || isTooMany}
            value={text}
            onChange={({ target }) => write(target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
              event.preventDefault();
              use();
            }}
          />
          <button
            {...dataAttributes("pages-action", { action: "all" })}
            type="button"
            onClick={() => choose(Array.from({ length: Math.min(count, places) }, (_, at) => at + 1))}
          >
            {isLimited ? messages.pagesFirst(places) : messages.pagesAll}
          </button>
          <button {...dataAttributes("pages-action", { action: "none" })} type="button" onClick={() => choose([])}>
            {messages.pagesNone}
          </button>
        </div>
        <p {...dataAttributes("pages-note", { problem: written === undefined || isTooMany })} id={hintId} role="status">
          <bdi>{note}</bdi>
          {isLimited && (
            <>
              {" "}
              <bdi>{messages.pagesLimit(maxImagesOwner, maxImages, places)}</bdi>
            </>
          )}
        </p>
        <Grid
          file={file}
          pages={pages}
          shown={Math.min(count, shown)}
          onMore={() => setShown((now) => now + PAGES_AT_ONCE)}
          onToggle={(page) => choose(pages.includes(page) ? pages.filter((one) => one !== page) : [...pages, page])}
        />
        <div {...dataAttributes("pages-bar", {})}>
          <button
            {...dataAttributes("pages-action", { action: "use" })}
            type="button"
            aria-disabled={!mayUse}
            onClick={use}
          >
            {messages.pagesUse(pages.length)}
          </button>
          <button {...dataAttributes("pages-action", { action: "cancel" })} type="button" onClick={close}>
            {messages.pagesCancel}
          </button>
        </div>
      </div>
    </dialog>
  );
}

interface GridProps {
  file: FilePages;
  pages: readonly number[];
  shown: number;
  onMore: () => void;
  onToggle: (page: number) => void;
}

/** One Tab stop: arrows move from page to page, Space ticks. */
function Grid({ file, pages, shown, onMore, onToggle }: GridProps) {
  const { messages: given } = useDropzoneContext();
  const messages = withPageWords(given);
  const gridRef = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(1);
  const chosen = new Set(pages);
  const moveBy = (event: KeyboardEvent<HTMLElement>) => {
    const grid = gridRef.current;
    if (!grid || event.altKey || event.ctrlKey || event.metaKey) return;
    const boxes = Array.from(grid.querySelectorAll("input"));
    const tops = boxes.map((box) => box.parentElement?.offsetTop);
    const across = Math.max(1, tops.filter((top) => top === tops[0]).length);
    const isRtl = getComputedStyle(grid).direction === "rtl";
    const steps: Record<string, number> = {
      ArrowLeft: isRtl ? 1 : -1,
      ArrowRight: isRtl ? -1 : 1,
      ArrowUp: -across,
      ArrowDown: across,
      Home: 1 - current,
      End: boxes.length - current,
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = boxes[current - 1 + step];
    if (next) next.focus();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from the boxes inside it
    <div
      {...dataAttributes("pages-grid", {})}
      ref={gridRef}
      role="group"
      aria-label={messages.pagesField}
      onKeyDown={moveBy}
    >
      {Array.from({ length: shown }, (_, at) => at + 1).map((page) => (
        <label key={page} {...dataAttributes("pages-page", { chosen: chosen.has(page) })}>
          <input
            type="checkbox"
            tabIndex={page === current ? 0 : -1}
            aria-label={messages.page(page)}
            checked={chosen.has(page)}
            onFocus={() => setCurrent(page)}
            onChange={() => onToggle(page)}
          />
          <PagePicture file={file} page={page} onSeen={page === shown && shown < file.count ? onMore : undefined} />
          <span>{page}</span>
        </label>
      ))}
    </div>
  );
}

interface PagePictureProps {
  file: FilePages;
  page: number;
  onSeen: (() => void) | undefined;
}

/** Drawn when it comes into view, and aborted when it leaves before. */
function PagePicture({ file, page, onSeen }: PagePictureProps) {
  const frameRef = useRef<HTMLSpanElement>(null);
  const [isSeen, setSeen] = useState(false);
  const [picture, setPicture] = useState<Blob>();
  const url = useObjectUrl(picture);
  const seen = useRef(onSeen);
  useEffect(() => {
    seen.current = onSeen;
  });
  useEffect(() => {
    const frame = frameRef.current;
    if (!frame || typeof IntersectionObserver === "undefined") return undefined;
    const observer = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting === true));
    observer.observe(frame);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (isSeen) seen.current?.();
  }, [isSeen, onSeen]);
  useEffect(() => {
    if (!isSeen || picture) return undefined;
    const controller = new AbortController();
    // A page that cannot be drawn is shown as a number; as an image it gets an error.
    file.thumbnail(page, controller.signal).then(setPicture, () => {});
    return () => controller.abort();
  }, [file, page, isSeen, picture]);
  return (
    <span {...dataAttributes("pages-picture", {})} ref={frameRef}>
      {url !== undefined && <img src={url} alt="" draggable={false} />}
    </span>
  );
}

/** React passes events of a portal to its parents, so the row around this dialog would react to them. */
const stop = (event: SyntheticEvent) => event.stopPropagation();
