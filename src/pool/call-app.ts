/** Calls a function of the app, which may throw, hang, or return anything. */
import { type Clock, withDeadline } from "../shared/with-deadline.js";
import { abortReason, type ImageError, messageOf } from "../shared/errors.js";

/** The errors that a failed call becomes. */
export interface CallErrors {
  failed: (detail: string, cause: unknown) => ImageError;
  timedOut: () => ImageError;
}

/** The function's result, unchecked. Rejects with one of the given errors, or with the signal's reason. */
export async function callApp(
  work: (deadline: AbortSignal, clock: Clock) => Promise<unknown>,
  limits: { timeoutMs: number; signal: AbortSignal | undefined },
  { failed, timedOut }: CallErrors,
): Promise<unknown> {
  const result = await withDeadline(work, limits).catch((cause: unknown) => {
    throw limits.signal?.aborted ? abortReason(limits.signal) : failed(messageOf(cause), cause);
  });
  if (result.status === "timed-out") throw timedOut();
  return result.value;
}
