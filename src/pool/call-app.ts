/** A function of the app's at work on a file: it may throw, hang, or give anything back. */
import { withDeadline } from "../shared/with-timeout.js";
import { abortReason, type ImageError, messageOf } from "../shared/errors.js";

export interface Refusals {
  failed: (detail: string, cause: unknown) => ImageError;
  timedOut: () => ImageError;
}

/** What it gave back, of which nothing is believed. Rejects with one of the refusals, or with the signal's reason. */
export async function callApp(
  work: (deadline: AbortSignal, again: () => void) => Promise<unknown>,
  limits: { timeoutMs: number; signal: AbortSignal | undefined },
  { failed, timedOut }: Refusals,
): Promise<unknown> {
  const result = await withDeadline(work, limits).catch((cause: unknown) => {
    throw limits.signal?.aborted ? abortReason(limits.signal) : failed(messageOf(cause), cause);
  });
  if (result.status === "timed-out") throw timedOut();
  return result.value;
}
