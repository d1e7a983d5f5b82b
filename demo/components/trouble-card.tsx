import type { Remedy, Trouble } from "../state/trouble.js";
import { WarningIcon } from "./icons.js";

const LABELS: Readonly<Record<Remedy["kind"], string>> = {
  retry: "Try again",
  "shrink-request": "Shrink to fit",
  "shrink-image": "Shrink to fit",
  "remove-image": "Remove image",
};

interface TroubleCardProps {
  trouble: Trouble;
  onRemedy: (remedy: Remedy) => void;
}

/** A failure in one sentence, with one button; details for developers and support are folded. */
export function TroubleCard({ trouble, onRemedy }: TroubleCardProps) {
  const { title, message, remedy, details } = trouble;
  return (
    <section className="trouble" aria-label={title}>
      <h2>
        <WarningIcon />
        {title}
      </h2>
      <p>Nothing was lost. {message}</p>
      <div className="trouble-bar">
        {remedy && (
          <button type="button" className="tool" onClick={() => onRemedy(remedy)}>
            {LABELS[remedy.kind]}
          </button>
        )}
        {details.length > 0 && (
          <details>
            <summary className="tool">Details</summary>
            <dl>
              {details.map(({ label, value, code }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{code ? <code>{value}</code> : value}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </div>
    </section>
  );
}
