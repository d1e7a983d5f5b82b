/** A pool of workers, a job at a time each, first come first served. */
export function inWorkers(start, count) {
  const idle = [];
  const line = [];
  let open = 0;

  function hire() {
    open++;
    const seat = { worker: start(), job: undefined };
    const settle = (end) => {
      const { job } = seat;
      seat.job = undefined;
      idle.push(seat);
      end(job);
      if (line.length > 0) serve(line.shift());
    };
    seat.worker.addEventListener("message", ({ data }) =>
      settle(({ resolve, reject }) => (data.error === undefined ? resolve(data) : reject(new Error(data.error)))),
    );
    seat.worker.addEventListener("error", ({ message }) => settle(({ reject }) => reject(new Error(message))));
    return seat;
  }

  function serve(job) {
    const seat = idle.pop() ?? (open < count ? hire() : undefined);
    if (!seat) return void line.push(job);
    seat.job = job;
    seat.worker.postMessage(job.message);
  }

  return (message) => new Promise((resolve, reject) => serve({ message, resolve, reject }));
}
