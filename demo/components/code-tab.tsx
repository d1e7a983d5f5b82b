import { codeSample } from "../state/code-sample.js";
import type { DemoOptions } from "../state/demo-options.js";
import type { LogEntry } from "../state/use-image-log.js";
import type { Target } from "../targets/target.js";
import { CodeBlock } from "./code-block.js";
import { FirstFigures } from "./first-figures.js";

interface CodeTabProps {
  target: Target;
  options: DemoOptions;
  log: readonly LogEntry[];
}

/** The code that an app needs to get this page's behaviour, for the selected endpoint and options. */
export function CodeTab({ target, options, log }: CodeTabProps) {
  const { component, send } = codeSample(target.id, {
    ...options,
    documents: target.endpoint.documents ? options.documents : "images",
  });
  return (
    <div className="code-tab">
      <FirstFigures log={log} />
      <CodeBlock code={component} label={`Images for ${target.label}`} />
      <CodeBlock
        code={send}
        label={target.action === "count" ? "Count them, on your server" : "Send them, from your server"}
      />
    </div>
  );
}
