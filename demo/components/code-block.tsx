import { CopyButton } from "./copy-button.js";

const TOKEN = /("[^"]*"|`[^`]*`)|\b(import|from|const|await|new)\b|[^"`\w]+|\w+/g;

/** Code in colour, with a button that copies it. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  return (
    <figure className="code">
      <figcaption>{label}</figcaption>
      <CopyButton text={code} label={`Copy: ${label}`} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard */}
      <pre className="json" tabIndex={0} role="region" aria-label={label}>
        {Array.from(code.matchAll(TOKEN), ([text, quoted, keyword], index) => (
          <span key={index} data-kind={quoted === undefined ? keyword && "key" : "string"}>
            {text}
          </span>
        ))}
      </pre>
    </figure>
  );
}
