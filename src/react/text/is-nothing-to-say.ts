import type { RequestEstimate } from "../../meter/types.js";

/** The message has no images and no PDF files, and the conversation fits comfortably: there is nothing to measure yet. */
export function isNothingToSay({ parts, level }: RequestEstimate): boolean {
  return level === "ok" && !(parts.images > 0) && !parts.documents && !(parts.pending > 0);
}
