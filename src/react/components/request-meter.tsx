import { isNothingToSay } from "../text/is-nothing-to-say.js";
import type { DropzoneMessages } from "../text/messages.js";
import { mergeMessages } from "../text/messages.js";
import { Meter, type MeterProps } from "./meter.js";

/** Props of `RequestMeter`; the rest goes to its outer element. */
export interface RequestMeterProps extends Omit<MeterProps, "messages" | "actions"> {
  messages?: Partial<DropzoneMessages> | undefined;
}

/**
 * The request's size against its cap: a thin bar and one line of text; by how much and what to do when it is over. Not drawn while there
 * are no images and all is well.
 */
export function RequestMeter(props: RequestMeterProps) {
  return isNothingToSay(props.estimate) ? null : <Meter {...props} messages={mergeMessages(props.messages)} />;
}
