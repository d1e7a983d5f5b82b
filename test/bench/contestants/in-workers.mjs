/** A pool of workers, a job at a time each, first come first served. */
export function inWorkers(start, count) {
  const idle = [];
  const queue = [];
  let open = 0;

  function addSlot() {
    open++;
    const slot = { worker: start(), job: undefined };
    const settle = (end) => {
      const { job } = slot;
      slot.job = undefined;
      idle.push(slot);
      end(job);
      if (queue.length > 0) serve(queue.shift());
    };
    slot.worker.addEventListener("message", ({ data }) =>
      settle(({ resolve, reject }) => (data.error === undefined ? resolve(data) : reject(new Error(data.error)))),
    );
    slot.worker.addEventListener("error", ({ message }) => settle(({ reject }) => reject(new Error(message))));
    return slot;
  }

  function serve(job) {
    const slot = idle.pop() ?? (open < count ? addSlot() : undefined);
    if (!slot) return void queue.push(job);
    slot.job = job;
    slot.worker.postMessage(job.message);
  }

  return (message) => new Promise((resolve, reject) => serve({ message, resolve, reject }));
}
