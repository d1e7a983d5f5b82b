/** What a Send button awaits, so that sending never races the work in flight (T15). */
import { abortReason, ImageError } from "../shared/errors.js";
import { countTokens, quoteBytesExactly } from "../shared/format-figures.js";
import type { RequestEstimate } from "../meter/types.js";
import { type Notifier, readyOrEmpty } from "./create-notifier.js";
import type { ImageQueue, ReadyRequest } from "./types.js";

export function whenReady<B>(
  { getSnapshot, onLook }: Pick<ImageQueue<B>, "getSnapshot"> & Pick<Notifier, "onLook">,
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
        finish(() => (ready ? resolve(ready) : reject(overLimit(snapshot.estimate))));
      } catch (cause) {
        // The app's `request` threw. The caller must get this error, or it would wait forever.
        finish(() => reject(cause));
      }
    };
    const stopLooking = onLook(look);
    signal?.addEventListener("abort", onAbort, { once: true });
    look();
  });
}

function overLimit({ bytes, cap, limitedBy, tokens, advice }: RequestEstimate): ImageError {
  const steps = advice.map(({ message }) => message).join(" ");
  if (limitedBy === "tokens" && tokens?.limit !== undefined) {
    const actual = tokens.total + tokens.conversation;
    const figures = `The request has about ${countTokens(actual)}; the limit is ${countTokens(tokens.limit)}.`;
    return new ImageError("request-too-many-tokens", `${figures} ${steps}`.trim(), { actual, limit: tokens.limit });
  }
  const message =
    bytes > cap
      ? `The request has ${quoteBytesExactly(bytes)}; the limit is ${quoteBytesExactly(cap)}.`
      : "The request holds too many images.";
  return new ImageError("request-too-large", `${message} ${steps}`.trim(), { actual: bytes, limit: cap });
}
