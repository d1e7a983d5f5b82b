import type { HTMLAttributes } from "react";
import type { RequestEstimate } from "../../meter/types.js";
import { dataAttributes } from "./data-attributes.js";
import { useDropzoneContext } from "./dropzone-context.js";
import type { FormattedEstimate } from "../text/format-estimate.js";
import { formatEstimate, notesText } from "../text/format-estimate.js";
import type { DropzoneMessages } from "../text/messages.js";
import { mergeMessages } from "../text/messages.js";
import { useIsClient } from "../hooks/use-client-style.js";

/** Props of `RequestMeter`; the rest goes to its outer element. */
export interface RequestMeterProps extends Omit<HTMLAttributes<HTMLDivElement>, "children"> {
  estimate: RequestEstimate;
  messages?: Partial<DropzoneMessages> | undefined;
  /** Show what the size is made of, in words, once it is more than one thing. @default true */
  legend?: boolean;
}

/** The request's size against its cap: a bar, the same in words, the tokens, and advice when it gets tight. */
export function RequestMeter({ estimate, messages, legend = true, ...props }: RequestMeterProps) {
  const words = mergeMessages(messages);
  const formatted = formatEstimate(estimate, words);
  return (
    <div {...dataAttributes("meter", { level: estimate.level, exact: estimate.exact })} {...props}>
      <Gauge formatted={formatted} label={words.meterLabel} />
      {legend && formatted.segments.length > 1 && (
        <ul {...dataAttributes("meter-legend", {})}>
          {formatted.segments.map(({ part, label }) => (
            <li key={part} {...dataAttributes("meter-key", { part })}>
              {label}
            </li>
          ))}
        </ul>
      )}
      {formatted.tokens !== undefined && (
        <div {...dataAttributes("meter-tokens", {})}>
          <bdi>{formatted.tokens}</bdi>
        </div>
      )}
      {formatted.advice.length > 0 && (
        <ul {...dataAttributes("advice", {})}>
          {formatted.advice.map((advice) => (
            <li key={advice}>
              <bdi>{advice}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Assistive technology reads nothing inside an element of role meter: `aria-valuetext` repeats the text in it. */
function Gauge({ formatted, label }: { formatted: FormattedEstimate; label: string }) {
  const isClient = useIsClient();
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <meter> cannot show what the size is made of
    <div
      {...dataAttributes("meter-gauge", {})}
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuenow={formatted.nowBytes}
      aria-valuemax={formatted.maxBytes}
      aria-valuetext={formatted.text}
    >
      <div {...dataAttributes("meter-track", {})}>
        {formatted.segments.map(({ part, share }) => (
          <span
            key={part}
            {...dataAttributes("meter-segment", { part })}
            {...(isClient && { style: { flexBasis: percent(share) } })}
          />
        ))}
        {formatted.capAt !== undefined && (
          <span
            {...dataAttributes("meter-cap", {})}
            {...(isClient && { style: { insetInlineStart: percent(formatted.capAt) } })}
          />
        )}
      </div>
      <div {...dataAttributes("meter-text", {})}>
        {/* In `bdi`: in a right-to-left page the leading figure would otherwise be placed after its unit. */}
        <bdi>
          <span {...dataAttributes("meter-size", {})}>{formatted.size}</span>
          <span {...dataAttributes("meter-note", {})}>{notesText(formatted)}</span>
        </bdi>
      </div>
    </div>
  );
}

/** `VisionDropzone.Meter`: the meter of the dropzone around it. */
export function DropzoneMeter(props: Omit<RequestMeterProps, "estimate" | "messages">) {
  const { dropzone, messages } = useDropzoneContext();
  return <RequestMeter estimate={dropzone.estimate} messages={messages} {...props} />;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
