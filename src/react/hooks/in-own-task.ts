type Subscribe = (listener: () => void) => () => void;

/**
 * The same news in a task of its own, however many there were before it: the page can answer its person between the work that
 * brought them and the drawing that follows.
 */
export function inOwnTask(subscribe: Subscribe): Subscribe {
  return (listener) => {
    let isDue = false;
    let isOver = false;
    const unsubscribe = subscribe(() => {
      if (isDue) return;
      isDue = true;
      nextTask(() => {
        isDue = false;
        if (!isOver) listener();
      });
    });
    return () => {
      isOver = true;
      unsubscribe();
    };
  };
}

/** A message comes at once, where a timer may be held back: in a page out of sight, or by a test that plays with the clock. */
export function nextTask(task: () => void): void {
  if (typeof MessageChannel === "undefined") {
    // Jest's jsdom has no MessageChannel.
    setTimeout(task);
    return;
  }
  const { port1, port2 } = new MessageChannel();
  const take = () => {
    // An open port keeps Node running.
    port1.close();
    task();
  };
  port1.addEventListener("message", take, { once: true });
  port1.start();
  port2.postMessage(undefined);
}
