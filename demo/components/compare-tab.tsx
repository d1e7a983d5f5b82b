import { useState } from "react";
import { VisionDropzone } from "vision-dropzone";
import type { PreparedImage } from "vision-dropzone/core";
import type { LogEntry } from "../state/use-image-log.js";
import { BlobImage } from "./blob-image.js";

type ReadyEntry = Extract<LogEntry, { image: PreparedImage }>;

const isReady = (entry: LogEntry): entry is ReadyEntry => entry.image !== undefined;

interface CompareTabProps {
  log: readonly LogEntry[];
  /** Ids of the images in the draft and in the conversation: removed images are only in the log. */
  present: ReadonlySet<string>;
}

/** Compares the original with what is sent, using the package's own part. The image stays selected while others get ready. */
export function CompareTab({ log, present }: CompareTabProps) {
  const entries = log.filter(isReady).filter(({ id }) => present.has(id));
  const [chosen, setChosen] = useState<string>();
  const entry = entries.find(({ id }) => id === chosen) ?? entries[0];
  if (entry && entry.id !== chosen) setChosen(entry.id);
  if (!entry) return <p className="panel-empty">Add an image to compare it before and after.</p>;
  return (
    <div className="compare">
      {/* Also after it was sent. */}
      <VisionDropzone.Comparison
        key={entry.id}
        original={entry.file}
        image={entry.image}
        messages={{ compareSent: "As sent" }}
      />
      {entries.length > 1 && (
        <ul className="filmstrip" role="list">
          {entries.map(({ id, name, image }) => (
            <li key={id}>
              <button type="button" aria-pressed={id === entry.id} onClick={() => setChosen(id)} title={name}>
                <BlobImage blob={image.blob} alt={`Compare ${name}`} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
