import type { BodyResult } from "./read-body.js";
import type { Refusal } from "./refusal.js";

/**
 * A body that could not be read, but not because it was too long. `undefined`: the client has disconnected and cannot be
 * answered.
 */
export function unreadReply(
  status: Exclude<BodyResult["status"], "read" | "too-large">,
  idleMs: number,
): Refusal | undefined {
  switch (status) {
    case "busy":
      return {
        status: 503,
        type: "overloaded_error",
        message: "The local endpoint is out of memory for bodies; try again.",
      };
    case "timeout":
      return { status: 408, type: "timeout_error", message: `No byte of the body came in for ${idleMs} ms.` };
    case "aborted":
      return undefined;
  }
}
