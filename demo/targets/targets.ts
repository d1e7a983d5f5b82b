import { batchesTarget } from "./anthropic-batches.js";
import { messagesTarget } from "./anthropic-messages.js";
import { tokenCountingTarget } from "./anthropic-token-counting.js";
import { chatTarget } from "./openai-chat.js";
import { responsesTarget } from "./openai-responses.js";
import type { Target } from "./target.js";
import { targetsWithoutStandIn } from "./without-stand-in.js";

/** The endpoint picker, in this order: first those that something here answers for. */
export const targets: readonly Target[] = [
  messagesTarget,
  tokenCountingTarget,
  batchesTarget,
  chatTarget,
  responsesTarget,
  ...targetsWithoutStandIn,
];

/** The target of that id, or the first. */
export function findTarget(id: string | null): Target {
  return targets.find((target) => target.id === id) ?? messagesTarget;
}
