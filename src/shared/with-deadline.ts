import { abortReason } from "./errors.js";
import { after, type TimeLimit } from "./with-timeout.js";

/** Controls the time limit of running work. */
export interface Clock {
  /** Starts the time limit anew, even if it was stopped. */
  restart: () => void;
  stop: () => void;
}

export type Timed<T> = { status: "done"; value: T } | { status: "timed-out" };

/**
 * Runs `work` with a signal that fires on abort or on timeout. Settles at once when either happens, whether `work` listens or
 * not. Rejects with the signal's reason on abort, and with the error of `work` if it rejects.
 */
export async function withDeadline<T>(
  work: (signal: AbortSignal, clock: Clock) => Promise<T>,
  { timeoutMs, signal }: TimeLimit,
): Promise<Timed<T>> {
  if (signal?.aborted) throw abortReason(signal);
  const controller = new AbortController();
  let cancelTimer = () => {};
  let stopListening = () => {};
  let restart = () => {};
  const interrupted = new Promise<Timed<T>>((resolve, reject) => {
    restart = () => {
      if (controller.signal.aborted) return;
      cancelTimer();
      cancelTimer = after(timeoutMs, () => resolve({ status: "timed-out" }));
    };
    restart();
    if (!signal) return;
    const onAbort = () => {
      // At once and not a task later: code right after the abort may depend on it.
      controller.abort(abortReason(signal));
      reject(abortReason(signal));
    };
    signal.addEventListener("abort", onAbort, { once: true });
    stopListening = () => signal.removeEventListener("abort", onAbort);
  });
  try {
    // The app's function may not be the async function that its type asks for.
    const done = Promise.resolve(work(controller.signal, { restart, stop: () => cancelTimer() })).then(
      (value): Timed<T> => ({ status: "done", value }),
    );
    return await Promise.race([done, interrupted]);
  } finally {
    cancelTimer();
    stopListening();
    controller.abort(new DOMException("No longer needed.", "AbortError"));
  }
}
