import { isNothingToSay } from "../text/is-nothing-to-say.js";
import type { DropzoneMessages } from "../text/messages.js";
import { mergeMessages } from "../text/messages.js";
import { Meter, type MeterProps } from "./meter.js";

/** Props of `RequestMeter`; the rest goes to its outer element. */
export interface RequestMeterProps extends Omit<MeterProps, "messages" | "actions"> {
  messages?: Partial<DropzoneMessages> | undefined;
}

/**
 * The request's size against its cap: a thin bar and one line of text. If it is over, it says by how much and what to do. Renders
 * nothing while there are no images and the conversation fits.
 */
export function RequestMeter(props: RequestMeterProps) {
  return isNothingToSay(props.estimate) ? null : <Meter {...props} messages={mergeMessages(props.messages)} />;
}
