/** Tells React once a frame: what would be drawn in between, nobody sees, and drawing it keeps the work on new files waiting. */

/** Pages in the background have no frames, and are told all the same. */
const BACKGROUND_MS = 100;

type Subscribe = (listener: () => void) => () => void;

/**
 * The same subscription, whose listener is called at most once a frame, in a task of its own: the browser lays out and paints in
 * another. What `isBeginning` is left alone for one more frame: after a pause the first comes at once, and drawing it would keep
 * the first bytes of a file waiting.
 */
export function perFrame(subscribe: Subscribe, isBeginning: () => boolean): Subscribe {
  return (listener) => {
    const { port1: heard, port2: task } = new MessageChannel();
    let cancel: (() => void) | undefined;
    const tell = () => {
      // Left meanwhile, or told by the timer.
      if (!cancel) return;
      cancel();
      cancel = undefined;
      listener();
    };
    heard.addEventListener("message", tell);
    heard.start();
    const unsubscribe = subscribe(() => {
      if (cancel) return;
      const afterFrame = () => task.postMessage(undefined);
      const wait = () => void (frame = requestAnimationFrame(afterFrame));
      let frame = requestAnimationFrame(isBeginning() ? wait : afterFrame);
      const timer = setTimeout(tell, BACKGROUND_MS);
      cancel = () => {
        cancelAnimationFrame(frame);
        clearTimeout(timer);
      };
    });
    return () => {
      unsubscribe();
      cancel?.();
      cancel = undefined;
      heard.close();
    };
  };
}
