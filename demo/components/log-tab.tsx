import type { LogEntry } from "../state/use-image-log.js";
import { duration, fileSize, share } from "./format.js";

function Row({ entry }: { entry: LogEntry }) {
  const { name, file, image, link, error } = entry;
  if (error) {
    return (
      <li className="log-entry" data-rejected="">
        <h2>{name}</h2>
        <p className="log-line">
          {file && `${fileSize(file.size)} · `}not added · <code>{error.code}</code>
        </p>
        <p className="log-reason">{error.message}</p>
      </li>
    );
  }
  if (link) {
    const { check } = link;
    return (
      <li className="log-entry">
        <h2>{name}</h2>
        <p className="log-line">
          sent as a link ·{" "}
          {check.status === "ok" ? (
            `${check.mediaType.replace("image/", "")} · ${fileSize(check.bytes)}`
          ) : (
            <code>{check.reason}</code>
          )}
        </p>
        <p className="log-line">
          {check.status === "ok" ? "The API downloads it as it is: not shrunk, metadata kept." : check.message}
        </p>
      </li>
    );
  }
  const { source, width, height, bytes, durationMs, engine, changes } = image;
  return (
    <li className="log-entry">
      <h2>{name}</h2>
      <dl className="log-facts">
        <div>
          <dt>Original</dt>
          <dd>
            {source.width} × {source.height} · {fileSize(source.bytes)} · {source.mediaType.replace("image/", "")}
          </dd>
        </div>
        <div>
          <dt>Sent</dt>
          <dd>
            {width} × {height} · {fileSize(bytes)} · {image.mediaType.replace("image/", "")} (
            {share(bytes, source.bytes)})
          </dd>
        </div>
        <div>
          <dt>Took</dt>
          <dd>
            {duration(durationMs)} · <code>{engine}</code>
          </dd>
        </div>
      </dl>
      <ul className="log-changes">
        {changes.map(({ code, reason }) => (
          <li key={code}>
            <code>{code}</code> {reason}
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Every image of this visit, newest first: the original, what is sent, how long it took, what was changed and why. */
export function LogTab({ log }: { log: readonly LogEntry[] }) {
  if (log.length === 0)
    return <p className="panel-empty">Add an image to see its sizes, how long it took, and what was changed.</p>;
  return (
    <ol className="log" role="list">
      {log.toReversed().map((entry) => (
        <Row key={entry.id} entry={entry} />
      ))}
    </ol>
  );
}
