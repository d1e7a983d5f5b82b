/**
 * Runs a function in a task of its own by posting a message: after input and painting that are due. Unlike a timer it is not
 * delayed by four milliseconds, in hidden pages, or by tests with a fake clock.
 */
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
