import { useState } from "react";
import { loadSample, samples, samplesUrl } from "../state/samples.js";
import type { SampleId } from "../state/samples.js";
import { WarningIcon } from "./icons.js";

interface SamplesProps {
  /** The small form, shown beside a conversation. */
  compact: boolean;
  onFile: (file: File) => void;
}

/** One click adds a picture, as if it had been dropped. */
export function Samples({ compact, onFile }: SamplesProps) {
  const [failure, setFailure] = useState<string>();
  const add = async (id: SampleId): Promise<void> => {
    try {
      onFile(await loadSample(id));
      setFailure(undefined);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section className="samples" data-compact={compact || undefined} aria-label="Samples">
      {!compact && <h2>Try a sample</h2>}
      <ul role="list">
        {samples.map(({ id, file, label, hint }) => (
          <li key={id}>
            <button type="button" className="sample" onClick={() => void add(id)} title={hint}>
              <span className="sample-picture" data-sample={id}>
                {id === "rejected" ? (
                  <WarningIcon />
                ) : (
                  <img src={`${samplesUrl}thumbs/${file.replace(/\.\w+$/, ".webp")}`} alt="" draggable={false} />
                )}
              </span>
              <span className="sample-label">{label}</span>
              {!compact && <span className="sample-hint">{hint}</span>}
            </button>
          </li>
        ))}
      </ul>
      {failure !== undefined && (
        <p className="samples-failure" role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}
