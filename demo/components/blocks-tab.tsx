import { useState } from "react";
import { count } from "./format.js";
import { JsonView } from "./json-view.js";

/** What the panel shows: the draft being written, or, when there is none, what was sent last. */
export interface Subject {
  from: "draft" | "sent";
  blocks: readonly unknown[];
  body: unknown;
  bodyBytes: number;
  /** False while images are under way: the figure is an estimate. */
  exact: boolean;
}

/** The blocks as passed to `onReady`, or the whole body with them in it. */
export function BlocksTab({ subject }: { subject: Subject | undefined }) {
  const [whole, setWhole] = useState(false);
  if (!subject) {
    return <p className="panel-empty">Add an image to see its content block.</p>;
  }
  const { from, blocks, body, bodyBytes, exact } = subject;
  return (
    <div className="blocks">
      <div className="blocks-bar">
        <div className="segmented" role="group" aria-label="What to show">
          <button type="button" aria-pressed={!whole} onClick={() => setWhole(false)}>
            Content blocks
          </button>
          <button type="button" aria-pressed={whole} onClick={() => setWhole(true)}>
            Full request
          </button>
        </div>
        <span className="figure">
          {from === "sent" ? "Last sent: " : exact ? "" : "About "}
          <strong data-testid="body-bytes" data-exact={exact || undefined}>
            {count(bodyBytes)}
          </strong>{" "}
          bytes
        </span>
      </div>
      <JsonView value={whole ? body : blocks} label={whole ? "Request body" : "Content blocks"} />
      <p className="panel-note">
        {whole
          ? "What the SDK sends, byte for byte."
          : `What onReady gives you: ${blocks.length} ${blocks.length === 1 ? "block" : "blocks"}.`}{" "}
        Base64 is shortened here to be readable.
      </p>
    </div>
  );
}
