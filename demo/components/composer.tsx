import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent, MouseEvent, RefObject } from "react";
import { VisionDropzone } from "vision-dropzone";
import type { SendPhase } from "../state/use-send.js";
import type { Target } from "../targets/target.js";
import { useMedia } from "../state/use-media.js";
import { CameraIcon, LinkIcon, SendIcon, StopIcon, WarningIcon } from "./icons.js";
import { UrlField } from "./url-field.js";

const LABELS = { send: "Send", count: "Count tokens", batch: "Submit batch" } as const;

/** Elements of the card that are pressed or selected themselves. */
const HOLDS =
  "button, input, textarea, a, summary, [data-vd-list], [data-vd-meter], [data-vd-rejected], [data-vd-undo]";

interface ComposerProps {
  /** The text box. */
  box: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onText: (text: string) => void;
  target: Target;
  phase: SendPhase;
  /** There is something to send. */
  sendable: boolean;
  /** It is too large to be sent: Send then says so, and sends nothing. */
  over: boolean;
  /** The message is shown in the chat while its answer is awaited: here it would be shown twice. */
  moved: boolean;
  /** The conversation leaves no room for images. */
  full: boolean;
  onRestart: () => void;
  /** Photos taken with the device's camera. */
  onFiles: (files: readonly File[]) => void;
  /** An image by its web address. */
  onUrl: (url: string) => void;
  onSend: () => void;
  onStop: () => void;
}

/**
 * Moves the focus to the button that makes the request fit; false if there is none. After a click a browser would draw no ring
 * around it: the mark, until the focus leaves, lets the stylesheet draw one.
 */
function focusRemedy(form: HTMLFormElement | null): boolean {
  const button = form?.querySelector<HTMLElement>("[data-vd-meter-actions] button");
  if (!button) return false;
  button.dataset.led = "";
  button.addEventListener("blur", () => delete button.dataset.led, { once: true });
  button.focus();
  return true;
}

/** What the meter says: "869 kB over the 4.5 MB limit". */
function meterText(form: HTMLFormElement | null): string {
  return form?.querySelector("[role=meter]")?.getAttribute("aria-valuetext") ?? "too large";
}

/** Inside `VisionDropzone.Root`: the text box, the images, the meter and Send in one card, as chat apps lay them out. */
export function Composer({
  box,
  text,
  onText,
  target,
  phase,
  sendable,
  over,
  moved,
  full,
  onRestart,
  onFiles,
  onUrl,
  onSend,
  onStop,
}: ComposerProps) {
  const byUrl = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const camera = useRef<HTMLInputElement>(null);
  // With an on-screen keyboard, Enter ends a line, and Send is under the thumb.
  const coarse = useMedia("(pointer: coarse)");
  const busy = phase !== "idle";
  const [unsent, setUnsent] = useState({ count: 0, text: "" });
  const maySend = sendable && !busy;

  /** Leads to what makes the request fit, and announces why it was not sent; false if there is nothing to lead to. */
  const refuse = (): boolean => {
    if (!focusRemedy(form.current)) return false;
    setUnsent(({ count }) => ({ count: count + 1, text: `Not sent: ${meterText(form.current)}` }));
    return true;
  };

  // After a send the next message can be typed at once.
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !busy && !(over && refuse())) box.current?.focus();
    wasBusy.current = busy;
  }, [busy, over, box]);

  const submit = (): void => {
    if (!maySend) return;
    // A request that is too large is not sent. The meter says so, and its buttons make it fit.
    if (over && refuse()) return;
    onSend();
  };

  /** A press on an empty place of the card goes to the text box, and moves the focus away from nothing. */
  const onMouseDown = (event: MouseEvent): void => {
    if (event.target instanceof Element && !event.target.closest(HOLDS)) {
      event.preventDefault();
      box.current?.focus();
    }
  };

  const stopAsking = (): void => {
    setAsking(false);
    // The field that had the focus was removed.
    byUrl.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter that confirms an input method's word must not send.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || coarse) return;
    event.preventDefault();
    // A key held down may have been pressed for something else, such as the Stop button.
    if (!event.repeat) submit();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- empty places act as the text box
    <form
      ref={form}
      className="composer"
      data-moved={moved || undefined}
      aria-label="Message"
      onMouseDown={onMouseDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="unseen" role="status">
        {/* A new element each time, so that the same text is announced again. */}
        <span key={unsent.count}>{unsent.text}</span>
      </div>
      <VisionDropzone.Rejected />
      <VisionDropzone.List />
      <textarea
        ref={box}
        aria-label="Message"
        placeholder="Ask about your images…"
        rows={1}
        enterKeyHint={coarse ? "enter" : "send"}
        value={moved ? "" : text}
        readOnly={busy}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {asking && <UrlField onUrl={onUrl} onClose={stopAsking} />}
      <div className="composer-bar">
        <VisionDropzone.Area compact />
        {coarse && (
          <>
            <button
              type="button"
              className="tool"
              aria-label="Take photo"
              title="Take photo"
              onClick={() => camera.current?.click()}
            >
              <CameraIcon />
              <span className="tool-text">Take photo</span>
            </button>
            <input
              ref={camera}
              type="file"
              accept="image/*"
              capture="environment"
              hidden
              onChange={({ currentTarget }) => {
                onFiles([...(currentTarget.files ?? [])]);
                // The same photo may be chosen again.
                currentTarget.value = "";
              }}
            />
          </>
        )}
        <button
          ref={byUrl}
          type="button"
          className="tool"
          aria-label="Add from link"
          title="Add from link"
          aria-expanded={asking}
          onClick={() => setAsking(!asking)}
        >
          <LinkIcon />
          <span className="tool-text">Add from link</span>
        </button>
        {/* Two elements in two places: none turns into the other under the pointer or within its own click. */}
        {busy && (
          <button type="button" className="tool stop" onClick={onStop}>
            <StopIcon />
            {phase === "preparing" ? "Cancel" : "Stop"}
          </button>
        )}
        <button
          type="submit"
          className="send"
          data-over={over || undefined}
          aria-label={LABELS[target.action]}
          title={over ? "Too large to send" : LABELS[target.action]}
          disabled={!sendable && !busy}
          // Not `disabled`: the focus would be lost.
          aria-disabled={busy || undefined}
        >
          {busy ? <span className="spinner" /> : over ? <WarningIcon /> : <SendIcon />}
          <span className="send-text">{LABELS[target.action]}</span>
        </button>
      </div>
      <VisionDropzone.Meter
        onClick={({ target: pressed }) => {
          // The button may have been removed.
          if (pressed instanceof Element && pressed.closest("[data-vd-meter-action]")) box.current?.focus();
        }}
      />
      {full && (
        <div className="composer-full">
          <button
            type="button"
            className="tool"
            onClick={() => {
              onRestart();
              // The button disappears.
              box.current?.focus();
            }}
          >
            Start a new chat
          </button>
        </div>
      )}
    </form>
  );
}
