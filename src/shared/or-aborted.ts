import { abortReason } from "./errors.js";

/**
 * Settles as `work` does, or rejects with the signal's reason as soon as it fires, for work that does not heed the signal. Leaves no
 * listener on a signal that lives longer.
 */
export function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(abortReason(signal));
    const done = () => signal.removeEventListener("abort", onAbort);
    // Aborted as the work began, it would hear of nothing, and listen for as long as the work goes on.
    if (signal.aborted) onAbort();
    else signal.addEventListener("abort", onAbort, { once: true });
    work.then(resolve, reject).finally(done);
  });
}
