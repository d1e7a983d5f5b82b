import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { VisionDropzone } from "vision-dropzone";
import type { SendPhase } from "../state/use-send.js";
import type { Target } from "../targets/target.js";
import { SendIcon, StopIcon, WarningIcon } from "./icons.js";
import { UrlField } from "./url-field.js";

const LABELS = { send: "Send", count: "Count tokens", batch: "Submit batch" } as const;

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

  const stopAsking = (): void => {
    setAsking(false);
    // The field that had the focus is gone.
    byUrl.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter that confirms a word of an input method must not send.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (maySend) onSend();
  };

  return (
    <form
      className="composer"
      aria-label="Message"
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
        placeholder="Ask about your images. Drop, paste or add them here."
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
          By URL
        </button>
        <span className="composer-keys" aria-hidden="true">
          <kbd>Enter</kbd> sends, <kbd>Shift</kbd> + <kbd>Enter</kbd> new line
        </span>
        {busy ? (
          <button type="button" className="send" onClick={onStop}>
            <StopIcon />
            {phase === "preparing" ? "Preparing, stop" : "Stop"}
          </button>
        ) : (
          <button
            type="submit"
            className="send"
            data-over={over || undefined}
            title={over ? "Too much for one request: see below what to do" : undefined}
            disabled={!sendable}
          >
            {over ? <WarningIcon /> : <SendIcon />}
            {LABELS[target.action]}
          </button>
        )}
      </div>
      <VisionDropzone.Meter />
    </form>
  );
}
