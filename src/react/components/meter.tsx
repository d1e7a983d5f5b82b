import type { HTMLAttributes, ReactNode } from "react";
import { useId, useState } from "react";
import type { RequestEstimate } from "../../meter/types.js";
import { dataAttributes } from "./data-attributes.js";
import type { Drawn } from "./drawn.js";
import type { FormattedEstimate } from "../text/format-estimate.js";
import { hasCap } from "../text/format-bytes.js";
import { formatEstimate } from "../text/format-estimate.js";
import type { DropzoneMessages } from "../text/messages.js";
import { useIsClient } from "../hooks/use-client-style.js";

export interface MeterProps extends Omit<HTMLAttributes<HTMLDivElement>, "children"> {
  estimate: RequestEstimate;
  messages: DropzoneMessages;
  /**
   * Details: the parts of the size, the exact size, and tokens. `"auto"`: behind a button.
   * @default "auto"
   */
  details?: "auto" | "open" | "never";
  /** Buttons and their notes. If given, the advice that they carry out is not shown. */
  actions?: ReactNode;
}

export function Meter({
  estimate,
  messages,
  details = "auto",
  actions,
  draw = (own) => own,
  ...props
}: MeterProps & Drawn) {
  const formatted = formatEstimate(estimate, messages);
  const [opened, setOpened] = useState(false);
  const id = useId();
  const advice = actions ? formatted.hints : formatted.advice;
  return draw(
    <div {...dataAttributes("meter", { level: estimate.level, exact: estimate.exact })} {...props}>
      <div {...dataAttributes("meter-line", {})}>
        <Gauge formatted={formatted} label={messages.meterLabel} hasBar={hasCap(estimate.cap)} />
        {details === "auto" && (
          <button
            type="button"
            {...dataAttributes("meter-toggle", {})}
            aria-expanded={opened}
            aria-controls={id}
            onClick={() => setOpened(!opened)}
          >
            {messages.meterDetails}
          </button>
        )}
      </div>
      {advice.length > 0 && <Lines part="advice" lines={advice} />}
      {actions}
      {details !== "never" && (
        <div {...dataAttributes("meter-details", {})} id={id} hidden={details === "auto" && !opened}>
          <ul {...dataAttributes("meter-legend", {})}>
            {formatted.segments.map(({ part, label }) => (
              <li key={part} {...dataAttributes("meter-key", { part })}>
                {label}
              </li>
            ))}
          </ul>
          <Lines part="meter-figures" lines={formatted.figures} />
        </div>
      )}
    </div>,
  );
}

function Lines({ part, lines }: { part: "advice" | "meter-figures"; lines: readonly string[] }) {
  return (
    <ul {...dataAttributes(part, {})}>
      {lines.map((line) => (
        <li key={line}>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
}

interface GaugeProps {
  formatted: FormattedEstimate;
  label: string;
  /** Without a known limit a bar would only ever be full. */
  hasBar: boolean;
}

/** Assistive technology reads nothing inside an element of role meter, so `aria-valuetext` repeats the text. */
function Gauge({ formatted, label, hasBar }: GaugeProps) {
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
      {hasBar && (
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
      )}
      <div {...dataAttributes("meter-text", {})}>
        {/* In `bdi`: in a right-to-left page the leading figure would otherwise be placed after its unit. */}
        <bdi>{formatted.text}</bdi>
      </div>
    </div>
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`;
}
