import type { Remedy, Trouble } from "../state/trouble.js";
import { WarningIcon } from "./icons.js";

function labelOf(remedy: Remedy): string {
  switch (remedy.kind) {
    case "retry":
      return "Try again";
    case "shrink-request":
    case "shrink-image":
      return "Shrink to fit";
    case "remove-image":
      return remedy.image === undefined ? "Remove last image" : "Remove image";
    case "remove-last":
      return remedy.images === 1 ? "Remove last image" : `Remove last ${remedy.images} images`;
  }
}

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
            {labelOf(remedy)}
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
