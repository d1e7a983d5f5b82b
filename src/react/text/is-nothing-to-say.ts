import type { RequestEstimate } from "../../meter/types.js";

/** The message has no images, and the conversation fits comfortably: there is nothing to measure yet. */
export function isNothingToSay({ parts, level }: RequestEstimate): boolean {
  return level === "ok" && !(parts.images > 0) && !(parts.pending > 0);
}
