import type { Trouble } from "../state/trouble.js";
import { WarningIcon } from "./icons.js";

/** A failure explained: the cause, what to do, and the request id to quote. */
export function TroubleCard({ trouble }: { trouble: Trouble }) {
  const { title, message, nextSteps, requestId, original } = trouble;
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
      {(requestId !== undefined || original !== undefined) && (
        <dl>
          {original !== undefined && (
            <div>
              <dt>In the API's words</dt>
              <dd>{original}</dd>
            </div>
          )}
          {requestId !== undefined && (
            <div>
              <dt>Request id</dt>
              <dd>
                <code>{requestId}</code>
              </dd>
            </div>
          )}
        </dl>
      )}
    </section>
  );
}
