/** Tells React once a frame: what would be drawn in between, nobody sees, and drawing it keeps the work on new files waiting. */

/** Pages in the background have no frames, and are told all the same. */
const BACKGROUND_MS = 100;

type Subscribe = (listener: () => void) => () => void;

/**
 * The same subscription, whose listener is called at most once a frame, before it is drawn. What `isBeginning` is left alone
 * for one more frame: after a pause the first comes at once, and drawing it would keep the first bytes of a file waiting.
 */
export function perFrame(subscribe: Subscribe, isBeginning: () => boolean): Subscribe {
  return (listener) => {
    let cancel: (() => void) | undefined;
    const tell = () => {
      cancel?.();
      cancel = undefined;
      listener();
    };
    const unsubscribe = subscribe(() => {
      if (cancel) return;
      const wait = () => void (frame = requestAnimationFrame(tell));
      let frame = requestAnimationFrame(isBeginning() ? wait : tell);
      const timer = setTimeout(tell, BACKGROUND_MS);
      cancel = () => {
        cancelAnimationFrame(frame);
        clearTimeout(timer);
      };
    });
    return () => {
      unsubscribe();
      cancel?.();
    };
  };
}
