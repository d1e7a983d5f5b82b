/** A message to oneself comes after input and painting that wait, and is not held back to four milliseconds as timers are. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof MessageChannel === "undefined") {
      // Jest's jsdom has no MessageChannel.
      setTimeout(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    const go = () => {
      port1.close();
      resolve();
    };
    port1.addEventListener("message", go);
    port1.start();
    port2.postMessage(undefined);
  });
}
