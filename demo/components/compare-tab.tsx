import { useState } from "react";
import type { PreparedImage } from "vision-dropzone/core";
import type { LogEntry } from "../state/use-image-log.js";
import { BlobImage } from "./blob-image.js";
import { fileSize, share } from "./format.js";

type ReadyEntry = Extract<LogEntry, { image: PreparedImage }>;

const isReady = (entry: LogEntry): entry is ReadyEntry => entry.image !== undefined;

function Comparison({ file, image }: { file: Blob; image: PreparedImage }) {
  const [split, setSplit] = useState(50);
  const [actual, setActual] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const { width, height, bytes, name, source } = image;
  const shape = {
    aspectRatio: `${width} / ${height}`,
    width: actual ? width : `min(100%, 58dvh * ${width / height})`,
  };
  const shown = { clipPath: `inset(0 ${100 - split}% 0 0)` };
  return (
    <div className="comparison">
      <div className="comparison-scroll">
        {/* Before stands on the left in every language, so the slider must not turn around either. */}
        <div className="comparison-stage" style={shape} dir="ltr">
          <BlobImage blob={image.blob} alt={`${name} as it is sent`} />
          {unreadable ? (
            <span className="comparison-missing">This browser cannot show the original.</span>
          ) : (
            <span className="comparison-before" style={shown}>
              <BlobImage blob={file} alt={`${source.name} as it came in`} onError={() => setUnreadable(true)} />
            </span>
          )}
          <span className="comparison-line" style={{ left: `${split}%` }} aria-hidden="true" />
          <input
            type="range"
            min="0"
            max="100"
            value={split}
            aria-label="How much of the original to show"
            aria-valuetext={`${split} % original`}
            onChange={(event) => setSplit(Number(event.target.value))}
          />
          <span className="comparison-tag" data-side="before" aria-hidden="true">
            Before
          </span>
          <span className="comparison-tag" data-side="after" aria-hidden="true">
            After
          </span>
        </div>
      </div>
      <div className="facts-bar">
        <dl className="facts">
          <div>
            <dt>Before</dt>
            <dd>
              {source.width}x{source.height}, {fileSize(source.bytes)}
            </dd>
          </div>
          <div>
            <dt>After</dt>
            <dd>
              {width}x{height}, {fileSize(bytes)}
            </dd>
          </div>
          <div>
            <dt>Size left</dt>
            <dd>{share(bytes, source.bytes)}</dd>
          </div>
        </dl>
        <label>
          <input type="checkbox" checked={actual} onChange={(event) => setActual(event.target.checked)} /> 1:1
        </label>
      </div>
    </div>
  );
}

interface CompareTabProps {
  log: readonly LogEntry[];
  /** Ids of the images in the draft and in the conversation: what was removed is in the log alone. */
  present: ReadonlySet<string>;
}

/** What came in against what is sent, under a slider that works by mouse, finger and arrow keys. */
export function CompareTab({ log, present }: CompareTabProps) {
  const entries = log.filter(isReady).filter(({ id }) => present.has(id));
  const [chosen, setChosen] = useState<string>();
  const entry = entries.find(({ id }) => id === chosen) ?? entries.at(-1);
  if (!entry) return <p className="panel-empty">Add an image to see what it loses, and what it does not.</p>;
  return (
    <div className="compare">
      <Comparison key={entry.id} file={entry.file} image={entry.image} />
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
