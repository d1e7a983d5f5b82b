/** A file's beginning may ask for another piece of it. */
const MOST_WAITS = 2;

type Subscribe = (listener: () => void) => () => void;

/**
 * The same news in a task of its own, however many there were before it: the page can answer its person between the work that
 * brought them and the drawing that follows. `before`: what is to come first, if there is anything; asked so often that one thing may
 * lead to another, and not for as long as there always is a next.
 */
export function inOwnTask(subscribe: Subscribe, before: () => Promise<void> | undefined = () => undefined): Subscribe {
  return (listener) => {
    let isDue = false;
    let isOwed = false;
    let waits = 0;
    let isOver = false;
    const tell = () => {
      isDue = false;
      if (isOver || !isOwed) return;
      // Asked anew with each news: what was waited for may not matter any more.
      const coming = waits < MOST_WAITS ? before() : undefined;
      if (coming) {
        waits++;
        void coming.then(soon);
        return;
      }
      isOwed = false;
      waits = 0;
      listener();
    };
    const soon = () => {
      if (isDue) return;
      isDue = true;
      nextTask(tell);
    };
    const unsubscribe = subscribe(() => {
      isOwed = true;
      soon();
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
    // Jest's jsdom has none.
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
