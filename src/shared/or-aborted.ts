import { withTimeout } from "./with-timeout.js";

/**
 * Settles as `work` does, or rejects with the signal's reason as soon as it fires, for work that ignores the signal. Leaves no
 * listener on the signal, which may live longer.
 */
export function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return signal ? withTimeout(work, { timeoutMs: Infinity, signal }) : work;
}
