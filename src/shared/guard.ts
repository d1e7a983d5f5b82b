/** Time limits for promises of the platform, some of which never settle (WebKit's `decode()`, an image library's reader). */

/** What every wait of a job obeys. */
export interface Patience {
  timeoutMs: number;
  /** Given on the page only: in a worker an abort is the worker's end. */
  signal?: AbortSignal | undefined;
}

/** Longer delays overflow the platform's 32-bit timers, which then fire at once. */
const MAX_DELAY_MS = 2 ** 31 - 1;

/**
 * A timer that never fires early, whatever the figure; returns what cancels it. In two halves: a thread that stood still
 * (an app that starts, a laptop that slept) first hears what came meanwhile, and only then is the time up.
 */
export function after(delayMs: number, run: () => void): () => void {
  const halfMs = Math.min(Math.ceil(delayMs / 2), MAX_DELAY_MS);
  let timer = setTimeout(() => (timer = setTimeout(run, halfMs)), halfMs);
  return () => clearTimeout(timer);
}

/**
 * Settles as `work` does, or rejects with a `TimeoutError`, or with the signal's reason, whichever comes first. `late`
 * gets a value that arrives after that, so that it can be closed.
 */
export function guard<T>(work: Promise<T>, { timeoutMs, signal }: Patience, late?: (value: T) => void): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let waiting = true;
    const settle = (finish: () => void) => {
      if (!waiting) return;
      waiting = false;
      cancelTimer();
      signal?.removeEventListener("abort", onAbort);
      finish();
    };
    const onAbort = () => settle(() => reject(reasonOf(signal)));
    const cancelTimer = after(timeoutMs, () =>
      settle(() => reject(new DOMException(`No answer within ${timeoutMs} ms.`, "TimeoutError"))),
    );
    work.then(
      (value) => (waiting ? settle(() => resolve(value)) : late?.(value)),
      (cause: unknown) => settle(() => reject(cause)),
    );
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted) onAbort();
  });
}

/** Whether a rejection is the time limit of `guard`. */
export function isTimeout(cause: unknown): boolean {
  return (cause as Partial<Error> | null | undefined)?.name === "TimeoutError";
}

/** What an aborted job rejects with. Engines from before `AbortSignal.reason` leave it undefined. */
export function reasonOf(signal: AbortSignal | undefined): unknown {
  return signal?.reason ?? new DOMException("The operation was aborted.", "AbortError");
}
