import { useState } from "react";
import { CheckIcon, CopyIcon } from "./icons.js";

/** Copies `text`, and says so until something else is copied. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState<string>();
  const done = copied === text;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(text);
  };
  return (
    <span className="copy">
      <button
        type="button"
        className="tool"
        aria-label={label}
        title={label}
        onClick={() => void copy().catch(() => {})}
      >
        {done ? <CheckIcon /> : <CopyIcon />}
      </button>
      <span className="unseen" role="status">
        {done ? "Copied" : ""}
      </span>
    </span>
  );
}
