/** A time limit and an abort around work that listens to neither. */
import { abortReason } from "./errors.js";

export type Timed<T> = { status: "done"; value: T } | { status: "timed-out" };

/**
 * Runs `work` with a signal that fires on the caller's abort or on timeout. Settles at once when either happens, whether
 * `work` listens or not; rejects with the caller's reason on abort, and with whatever `work` rejects with.
 */
export async function withDeadline<T>(
  work: (signal: AbortSignal) => Promise<T>,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal | undefined },
): Promise<Timed<T>> {
  if (signal?.aborted) throw abortReason(signal);
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopListening = () => {};
  const interrupted = new Promise<Timed<T>>((resolve, reject) => {
    timer = setTimeout(() => resolve({ status: "timed-out" }), timeoutMs);
    if (!signal) return;
    const onAbort = () => {
      // At once and not a turn later: whoever aborts may look right after.
      controller.abort(abortReason(signal));
      reject(abortReason(signal));
    };
    signal.addEventListener("abort", onAbort, { once: true });
    stopListening = () => signal.removeEventListener("abort", onAbort);
  });
  try {
    // What the app wrote may not be the async function that its type asks for.
    const done = Promise.resolve(work(controller.signal)).then((value): Timed<T> => ({ status: "done", value }));
    return await Promise.race([done, interrupted]);
  } finally {
    clearTimeout(timer);
    stopListening();
    controller.abort(new DOMException("No longer needed.", "AbortError"));
  }
}
