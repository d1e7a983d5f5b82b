import { useEffect, useRef } from "react";
import type { Entry } from "../state/conversation.js";
import { isLinked } from "../targets/target.js";
import type { TurnImage } from "../targets/target.js";
import { BlobImage } from "./blob-image.js";
import { count } from "./format.js";
import { LinkIcon, SparkIcon } from "./icons.js";
import { TroubleCard } from "./trouble-card.js";

function Thumbnails({ images }: { images: readonly TurnImage[] }) {
  if (images.length === 0) return null;
  return (
    <ul className="thumbnails" role="list">
      {images.map((image) => (
        <li key={image.id}>
          {isLinked(image) ? (
            // Not shown: this page never asks for it, the provider does.
            <span className="linked">
              <LinkIcon />
              <span>
                {image.name} <span className="linked-way">by address</span>
              </span>
            </span>
          ) : (
            <BlobImage blob={image.blob} alt={`${image.name}, ${image.width}x${image.height}`} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Message({ entry }: { entry: Entry }) {
  switch (entry.kind) {
    case "user":
      return (
        <li className="message message-user" data-pending={entry.pending || undefined}>
          <span className="speaker">You</span>
          <Thumbnails images={entry.images} />
          {entry.text !== "" && <p className="bubble">{entry.text}</p>}
          <span className="meta">
            {entry.pending ? "Sending" : "Sent"} {count(entry.bodyBytes)} bytes
            {(entry.stored?.fileIds.size ?? 0) > 0 && ` · ${entry.stored?.fileIds.size} by file id`}
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
            <span className="speaker">Assistant</span>
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
          <TroubleCard trouble={entry.trouble} />
        </li>
      );
  }
}

/** The conversation. A log region: new entries are spoken as they come. */
export function MessageList({ entries, waiting }: { entries: readonly Entry[]; waiting: boolean }) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    // Nearest: of an entry taller than the window the beginning is shown.
    list.current?.lastElementChild?.scrollIntoView({ block: "nearest" });
  }, [entries, waiting]);
  return (
    <div role="log" aria-label="Conversation">
      <ol className="messages" role="list" ref={list}>
        {entries.map((entry) => (
          <Message key={entry.id} entry={entry} />
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
