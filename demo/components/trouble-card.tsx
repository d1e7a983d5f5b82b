import type { Trouble } from "../state/trouble.js";
import { WarningIcon } from "./icons.js";

/** A failure explained: the cause, what to do, the figures, and the request id to quote. */
export function TroubleCard({ trouble }: { trouble: Trouble }) {
  const { title, message, nextSteps, facts } = trouble;
  return (
    <section className="trouble" aria-label={title}>
      <h2>
        <WarningIcon />
        {title}
      </h2>
      <p>{message}</p>
      {nextSteps.length > 0 && (
        <>
          <h3>What to do</h3>
          <ul>
            {nextSteps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </>
      )}
      {facts.length > 0 && (
        <dl>
          {facts.map(({ label, value, code }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{code ? <code>{value}</code> : value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
