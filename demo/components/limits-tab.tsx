import { Fragment, useState } from "react";
import type { Advice, CapSource, Endpoint, RequestEstimate } from "vision-dropzone/core";
import { furtherLimits, limitRows, limitUses } from "../state/limits.js";

export interface LimitsSubject {
  endpoint: Endpoint<unknown>;
  estimate: RequestEstimate;
  /** In the whole request, earlier messages included. */
  images: number;
}

const CONFIDENCE: Readonly<Record<CapSource["confidence"], string>> = {
  A: "measured, or in the SDK's types",
  B: "the provider's own page",
  C: "reported by others",
  D: "inferred",
};

function Grade({ confidence }: Pick<CapSource, "confidence">) {
  return (
    <span className="grade" data-grade={confidence} title={CONFIDENCE[confidence]}>
      {confidence}
      <span className="unseen">: {CONFIDENCE[confidence]}</span>
    </span>
  );
}

/** An app that is about sending images names its own choice, where the package speaks to a developer. */
function wordsOf(advice: Advice): string {
  if (advice.code !== "resampled") return advice.message;
  const { to, model } = advice;
  return `${model} will shrink this again, to ${to.width} × ${to.height}. Choose “Best for this model” to avoid that.`;
}

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, "");

function SourceLink({ url }: { url: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {hostOf(url)
        .split(".")
        .map((part, index) => (
          <Fragment key={index}>
            {index > 0 && "."}
            {index > 0 && <wbr />}
            {part}
          </Fragment>
        ))}
    </a>
  );
}

function LimitUses({ endpoint, estimate, images }: LimitsSubject) {
  return (
    <ul className="limit-uses" role="list" aria-label="How close the request is">
      {limitUses(estimate, { endpoint, images }).map(({ id, label, used, limit, ratio }) => (
        <li
          key={id}
          className="limit-use"
          data-limit-use={id}
          data-over={(ratio !== undefined && ratio > 1) || undefined}
        >
          <span className="limit-use-label">{label}</span>
          <strong>{used}</strong>
          <span className="limit-use-limit">{limit}</span>
          {ratio !== undefined && (
            <span className="limit-use-bar" aria-hidden="true">
              <i style={{ inlineSize: `${Math.min(100, ratio * 100)}%` }} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The endpoint's limits, their sources and dates, and how near the request is to each. */
export function LimitsTab(subject: LimitsSubject) {
  const { endpoint, estimate } = subject;
  const [furtherId, setFurtherId] = useState("");
  const shown = furtherLimits.find(({ id }) => id === furtherId) ?? endpoint;
  const { sources, asOf, tokenModel } = shown;
  return (
    <div className="limits">
      <LimitUses {...subject} />
      {estimate.advice.length > 0 && (
        <ul className="limits-advice" role="list">
          {estimate.advice.map((advice) => (
            <li key={advice.message}>
              <code>{advice.code}</code> {wordsOf(advice)}
            </li>
          ))}
        </ul>
      )}
      <label className="limits-of">
        Limits of
        <select className="select" value={furtherId} onChange={(event) => setFurtherId(event.target.value)}>
          <option value="">{endpoint.label}</option>
          <optgroup label="Not in this demo">
            {furtherLimits.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      <table className="limits-table">
        <caption>
          {shown.label} <span>checked {asOf}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Limit</th>
            <th scope="col">Figure</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {limitRows(shown).map(({ id, label, value, detail, source }) => (
            <tr key={id} data-limit={id}>
              <th scope="row">{label}</th>
              <td>
                {value}
                {detail !== undefined && <small>{detail}</small>}
              </td>
              <td>
                {source ? (
                  <span className="limits-source">
                    <Grade confidence={source.confidence} />
                    <SourceLink url={source.url} />
                  </span>
                ) : (
                  <small>no separate source</small>
                )}
              </td>
            </tr>
          ))}
          {tokenModel && (
            <tr data-limit="tokens">
              <th scope="row">Tokens per image</th>
              <td>
                {tokenModel.label}
                <small>checked {tokenModel.asOf}</small>
              </td>
              <td>
                <span className="limits-source">
                  <Grade confidence={tokenModel.confidence} />
                  <SourceLink url={tokenModel.source} />
                </span>
              </td>
            </tr>
          )}
        </tbody>
      </table>
      <h2>Sources</h2>
      <ul className="limits-read" role="list">
        {sources.map(({ figure, url, confidence }) => (
          <li key={figure}>
            <Grade confidence={confidence} />
            <span>
              {figure} <SourceLink url={url} />
            </span>
          </li>
        ))}
      </ul>
      <dl className="limits-key">
        {Object.entries(CONFIDENCE).map(([grade, meaning]) => (
          <div key={grade}>
            <dt>{grade}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
