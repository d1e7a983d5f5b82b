import { useEffect, useRef } from "react";
import type { Entry } from "../state/conversation.js";
import type { Remedy } from "../state/trouble.js";
import { isDocument, isLinked } from "../targets/target.js";
import type { MessageImage } from "../targets/target.js";
import { BlobImage } from "./blob-image.js";
import { count } from "./format.js";
import { LinkIcon, SparkIcon } from "./icons.js";
import { TroubleCard } from "./trouble-card.js";

function Thumbnails({ images }: { images: readonly MessageImage[] }) {
  if (images.length === 0) return null;
  return (
    <ul className="thumbnails" role="list">
      {images.map((image) => (
        <li key={image.id}>
          {isDocument(image) ? (
            <span className="linked">
              <span>
                {image.name} <span className="linked-way">as PDF</span>
              </span>
            </span>
          ) : isLinked(image) ? (
            // Not shown: this page never asks for it, the provider does.
            <span className="linked">
              <LinkIcon />
              <span>
                {image.name} <span className="linked-way">as a link</span>
              </span>
            </span>
          ) : (
            <BlobImage blob={image.blob} alt={`${image.name}, ${image.width} × ${image.height}`} />
          )}
        </li>
      ))}
    </ul>
  );
}

interface MessageProps {
  entry: Entry;
  onRemedy: (remedy: Remedy) => void;
}

function Message({ entry, onRemedy }: MessageProps) {
  switch (entry.kind) {
    case "user":
      return (
        <li className="message message-user" data-pending={entry.pending || undefined}>
          <span className="unseen">You</span>
          <Thumbnails images={entry.images} />
          {entry.text !== "" && <p className="bubble">{entry.text}</p>}
          <span className="meta">
            {entry.pending ? "Sending" : "Sent"} {count(entry.bodyBytes)} bytes
            {(entry.stored?.fileIds.size ?? 0) > 0 && ` · ${entry.stored?.fileIds.size} uploaded`}
          </span>
        </li>
      );
    case "assistant":
      return (
        <li className="message message-assistant">
          <span className="avatar">
            <SparkIcon />
          </span>
          <div>
            <span className="unseen">Assistant</span>
            <p className="bubble">{entry.text}</p>
            <span className="meta">{[entry.from, entry.usage].filter(Boolean).join(" · ")}</span>
          </div>
        </li>
      );
    case "note":
      return <li className="message message-note">{entry.text}</li>;
    case "trouble":
      return (
        <li className="message">
          <TroubleCard trouble={entry.trouble} onRemedy={onRemedy} />
        </li>
      );
  }
}

interface MessageListProps {
  entries: readonly Entry[];
  waiting: boolean;
  /** Called when the button of an error is pressed. */
  onRemedy: (remedy: Remedy) => void;
}

/** The conversation. It is a log region: new entries are announced as they arrive. */
export function MessageList({ entries, waiting, onRemedy }: MessageListProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // Nearest: of an entry taller than the window the beginning is shown.
    list.current?.lastElementChild?.scrollIntoView({ block: "nearest" });
  }, [entries, waiting]);
  return (
    <div role="log" aria-label="Conversation">
      <ol className="messages" role="list" ref={list}>
        {entries.map((entry) => (
          <Message key={entry.id} entry={entry} onRemedy={onRemedy} />
        ))}
        {waiting && (
          <li className="message message-assistant" aria-hidden="true">
            <span className="avatar">
              <SparkIcon />
            </span>
            <span className="dots">
              <i />
              <i />
              <i />
            </span>
          </li>
        )}
      </ol>
    </div>
  );
}
