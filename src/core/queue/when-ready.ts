/** The gate a Send button waits at: a send can never race the work in flight (T15). */
import { abortReason, ImageError } from "../errors.js";
import { quoteBytes } from "../format-figures.js";
import { type Outlet, readyOrEmpty } from "./outlet.js";
import type { ImageQueue, ReadyRequest } from "./types.js";

export function whenReady<B>(
  { getSnapshot, onLook }: Pick<ImageQueue<B>, "getSnapshot"> & Pick<Outlet, "onLook">,
  signal?: AbortSignal,
): Promise<ReadyRequest<B>> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortReason(signal));
    const onAbort = () => finish(() => signal && reject(abortReason(signal)));
    const finish = (settle: () => void) => {
      stopLooking();
      signal?.removeEventListener("abort", onAbort);
      settle();
    };
    const look = () => {
      try {
        const snapshot = getSnapshot();
        if (snapshot.status === "working") return;
        const ready = readyOrEmpty(snapshot);
        finish(() => (ready ? resolve(ready) : reject(overCap(snapshot.estimate))));
      } catch (cause) {
        // The app's `request` threw. Who waits must hear of it, or would wait for ever.
        finish(() => reject(cause));
      }
    };
    const stopLooking = onLook(look);
    signal?.addEventListener("abort", onAbort, { once: true });
    look();
  });
}

function overCap({ bytes, cap, advice }: { bytes: number; cap: number; advice: readonly { message: string }[] }): ImageError {
  const steps = advice.map(({ message }) => message).join(" ");
  const message = bytes > cap ? `The request has ${quoteBytes(bytes)}; the limit is ${quoteBytes(cap)}.` : "The request holds too many images.";
  return new ImageError("request-too-large", `${message} ${steps}`.trim(), { actual: bytes, limit: cap });
}
