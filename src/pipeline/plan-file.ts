/** Step 4: decides the size to send, and whether the original itself may be sent. */
import { planImage } from "../shared/plan.js";
import { strippedOriginal } from "./passthrough.js";
import type { Normalized, Planned } from "./stages.js";

export async function planFile(normalized: Normalized): Promise<Planned> {
  const { original, originalHeader, header, by, settings } = normalized;
  const plan = planImage(header, settings);
  const mayGoItself = plan.keep !== "never" && by === undefined;
  return {
    ...normalized,
    plan,
    stripped: mayGoItself ? await strippedOriginal(original.blob, originalHeader, normalized) : undefined,
  };
}
