import { useMemo } from "react";
import { shortenJson, tokenizeJson } from "./shorten-json.js";

/** JSON in colour, with long base64 shortened. Can be scrolled by keyboard. */
export function JsonView({ value, label }: { value: unknown; label: string }) {
  const tokens = useMemo(() => tokenizeJson(shortenJson(value)), [value]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
    <pre className="json" tabIndex={0} role="region" aria-label={label}>
      {tokens.map(({ text, kind }, index) => (
        <span key={index} data-kind={kind}>
          {text}
        </span>
      ))}
    </pre>
  );
}
