import { isNothingToSay } from "../text/is-nothing-to-say.js";
import type { Drawn } from "./drawn.js";
import { useDropzoneContext } from "./dropzone-context.js";
import { MeterActions } from "./meter-actions.js";
import { Meter, type MeterProps } from "./meter.js";

export type DropzoneMeterProps = Omit<MeterProps, "estimate" | "messages" | "actions">;

/** `VisionDropzone.Meter`: the meter of the dropzone around it, with buttons that make an oversized request fit. */
export function DropzoneMeter(props: DropzoneMeterProps & Drawn) {
  const { dropzone, messages } = useDropzoneContext();
  const { estimate, fitting, items } = dropzone;
  if (isNothingToSay(estimate)) return null;
  const isBeingFitted = fitting.status === "shrinking" || fitting.status === "shrunk";
  const hasActions = isBeingFitted || (dropzone.status === "over" && items.some(({ status }) => status !== "rejected"));
  return <Meter estimate={estimate} messages={messages} actions={hasActions && <MeterActions />} {...props} />;
}
