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

/** The blocks as `onReady` hands them over, or the whole body with them in it. */
export function BlocksTab({ subject }: { subject: Subject | undefined }) {
  const [whole, setWhole] = useState(false);
  if (!subject) {
    return <p className="panel-empty">Add an image: its content block appears here, ready to be sent.</p>;
  }
  const { from, blocks, body, bodyBytes, exact } = subject;
  return (
    <div className="blocks">
      <div className="blocks-bar">
        <div className="segmented" role="group" aria-label="What to show">
          <button type="button" aria-pressed={!whole} onClick={() => setWhole(false)}>
            Blocks
          </button>
          <button type="button" aria-pressed={whole} onClick={() => setWhole(true)}>
            Whole request
          </button>
        </div>
        <span className="figure">
          {from === "sent" ? "Sent last: " : ""}
          <strong data-testid="body-bytes" data-exact={exact || undefined}>
            {count(bodyBytes)}
          </strong>{" "}
          bytes{exact ? "" : ", estimate"}
        </span>
      </div>
      <JsonView value={whole ? body : blocks} label={whole ? "Request body" : "Content blocks"} />
      <p className="panel-note">
        {whole
          ? "The body the SDK sends, to the byte."
          : `onReady({ blocks }): ${blocks.length} ${blocks.length === 1 ? "block" : "blocks"}.`}{" "}
        Base64 is shortened on this page only.
      </p>
    </div>
  );
}
