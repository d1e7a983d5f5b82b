/**
 * Time limits and aborts for work that supports neither: the platform's (WebKit's `decode()` may never settle), a library's, the
 * app's.
 */
import { abortReason } from "./errors.js";

/** The time limit and signal that every wait in a job uses. */
export interface TimeLimit {
  timeoutMs: number;
  /** Given only on the page: in a worker an abort ends the worker itself. */
  signal?: AbortSignal | undefined;
}

/** For reading a file, in milliseconds: a cloud folder may have to download it first. Without a limit, it would stay unfinished forever. */
export const READ_TIMEOUT_MS = 120_000;

/** Longer delays overflow the platform's 32-bit timers, which then fire at once. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/**
 * A timer that never fires early; returns a function that cancels it. It runs in two halves, so that a thread that was blocked (an app
 * that starts, a laptop that slept) first handles the events that arrived meanwhile before the time is up.
 */
export function after(delayMs: number, run: () => void): () => void {
  if (delayMs === Infinity) return () => {};
  const halfMs = Math.min(Math.ceil(delayMs / 2), MAX_DELAY_MS);
  let timer = setTimeout(() => (timer = setTimeout(run, halfMs)), halfMs);
  return () => clearTimeout(timer);
}

/**
 * Settles as `work` does, or rejects with a `TimeoutError`, or with the signal's reason, whichever comes first. `late` gets a
 * value that arrives after that, so that it can be closed.
 */
export function withTimeout<T>(
  work: Promise<T>,
  { timeoutMs, signal }: TimeLimit,
  late?: (value: T) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let waiting = true;
    const settle = (finish: () => void) => {
      if (!waiting) return;
      waiting = false;
      cancelTimer();
      signal?.removeEventListener("abort", onAbort);
      finish();
    };
    const onAbort = () => settle(() => signal && reject(abortReason(signal)));
    const cancelTimer = after(timeoutMs, () =>
      settle(() => reject(new DOMException(`No answer within ${timeoutMs} ms.`, "TimeoutError"))),
    );
    work.then(
      (value) => (waiting ? settle(() => resolve(value)) : late?.(value)),
      (cause: unknown) => settle(() => reject(cause)),
    );
    // A signal that was aborted before the work began fires no event.
    if (signal?.aborted) onAbort();
    else signal?.addEventListener("abort", onAbort);
  });
}

/** Whether a rejection came from the time limit of `withTimeout`. */
export function isTimeout(cause: unknown): boolean {
  return (cause as Partial<Error> | null | undefined)?.name === "TimeoutError";
}
