import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent, MouseEvent } from "react";
import { VisionDropzone } from "vision-dropzone";
import type { SendPhase } from "../state/use-send.js";
import type { Target } from "../targets/target.js";
import { SendIcon, StopIcon, WarningIcon } from "./icons.js";
import { UrlField } from "./url-field.js";

const LABELS = { send: "Send", count: "Count tokens", batch: "Submit batch" } as const;

/** What in the card is something of its own to press, or to select. */
const HOLDS =
  "button, input, textarea, a, summary, [data-vd-list], [data-vd-meter], [data-vd-rejected], [data-vd-refusals]";

interface ComposerProps {
  text: string;
  onText: (text: string) => void;
  target: Target;
  phase: SendPhase;
  /** There is something to send. */
  sendable: boolean;
  /** It is more than may be sent: Send then says so, and sends nothing. */
  over: boolean;
  /** An image by its web address. */
  onUrl: (url: string) => void;
  onSend: () => void;
  onStop: () => void;
}

/** Inside `VisionDropzone.Root`: the text box, the images, the meter and Send in one card, as chat apps lay them out. */
export function Composer({ text, onText, target, phase, sendable, over, onUrl, onSend, onStop }: ComposerProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const byUrl = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState(false);
  const busy = phase !== "idle";
  const maySend = sendable && !busy;

  // After a send the next message can be typed at once.
  const wasBusy = useRef(false);
  useEffect(() => {
    if (wasBusy.current && !busy) box.current?.focus();
    wasBusy.current = busy;
  }, [busy]);

  /** A press on the card's empty places is meant for the text box, and takes the focus from nothing. */
  const onMouseDown = (event: MouseEvent): void => {
    if (event.target instanceof Element && !event.target.closest(HOLDS)) {
      event.preventDefault();
      box.current?.focus();
    }
  };

  const stopAsking = (): void => {
    setAsking(false);
    // The field that had the focus is gone.
    byUrl.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter that confirms a word of an input method must not send.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    // A key held down may have been pressed for something else, such as the Stop button.
    if (maySend && !event.repeat) onSend();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press on its empty places is one on the text box
    <form
      className="composer"
      aria-label="Message"
      onMouseDown={onMouseDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (maySend) onSend();
      }}
    >
      <VisionDropzone.Refusals />
      <VisionDropzone.List />
      <textarea
        ref={box}
        aria-label="Message"
        placeholder="Ask about your images…"
        rows={1}
        value={text}
        readOnly={busy}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {asking && <UrlField onUrl={onUrl} onClose={stopAsking} />}
      <div className="composer-bar">
        <VisionDropzone.Area compact />
        <button ref={byUrl} type="button" className="tool" aria-expanded={asking} onClick={() => setAsking(!asking)}>
          Add from link
        </button>
        <span className="composer-keys" aria-hidden="true">
          <kbd>Enter</kbd> sends, <kbd>Shift</kbd> + <kbd>Enter</kbd> new line
        </span>
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
          title={over ? "Too large to send" : undefined}
          disabled={!sendable && !busy}
          // Not `disabled`: the focus would be lost.
          aria-disabled={busy || undefined}
        >
          {busy ? <span className="spinner" /> : over ? <WarningIcon /> : <SendIcon />}
          {LABELS[target.action]}
        </button>
      </div>
      <VisionDropzone.Meter />
    </form>
  );
}
