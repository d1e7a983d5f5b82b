/** What a Send button awaits, so that sending never races the work in flight (T15). */
import { abortReason } from "../shared/errors.js";
import { loadPart } from "../shared/load-part.js";
import { type Notifier, readyOrEmpty } from "./create-notifier.js";
import type { ImageQueue, QueueSnapshot, ReadyRequest } from "./types.js";

export function whenReady<B>(
  { getSnapshot, afterCheck }: Pick<ImageQueue<B>, "getSnapshot"> & Pick<Notifier, "afterCheck">,
  signal?: AbortSignal,
): Promise<ReadyRequest<B>> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortReason(signal));
    const onAbort = () => finish(() => signal && reject(abortReason(signal)));
    const finish = (settle: () => void) => {
      unsubscribe();
      signal?.removeEventListener("abort", onAbort);
      settle();
    };
    const check = () => {
      try {
        const snapshot = getSnapshot();
        if (snapshot.status === "working") return;
        const ready = readyOrEmpty(snapshot);
        finish(() => resolve(ready ?? overLimit(snapshot, signal)));
      } catch (cause) {
        // The app's `request` threw. The caller must get this error, or it would wait forever.
        finish(() => reject(cause));
      }
    };
    const unsubscribe = afterCheck(check);
    signal?.addEventListener("abort", onAbort, { once: true });
    check();
  });
}

/** Rejects with the reason why the request cannot be sent. */
async function overLimit<B>(snapshot: QueueSnapshot<B>, signal: AbortSignal | undefined): Promise<never> {
  const part = await loadPart(() => import("./over-limit.js"), signal, "request-too-large");
  throw part.overLimit(snapshot);
}
