/** One pool per page, so that all dropzones and calls share the workers. It is loaded when there is something to do. */
import { loadPart } from "../shared/load-part.js";
import type { CreateWorker, Pool } from "./pool.js";
import { workersAtOnce } from "./workers-at-once.js";

let pool: Pool | undefined;

/** The page's pool; its jobs run in workers made by this function. Loads and starts nothing by itself. */
export function sharedPool(createWorker?: CreateWorker): Pool {
  async function load(): Promise<Pool> {
    // A module that is loaded is not asked for again: Vite's `import()` searches the whole page for a nonce each time.
    if (pool) return pool;
    // Loading starts now, not when the pool asks for it, so that both arrive together.
    if (!createWorker && typeof Worker !== "undefined") void import("./default-photo-worker.js").catch(() => {});
    const { createPool } = await loadPart(() => import("./on-demand.js"));
    return (pool ??= createPool());
  }

  return {
    concurrency: workersAtOnce(),
    run: async (job, tools) => (await load()).run(job, { ...tools, createWorker }),
    thumbnail: (file) =>
      load().then(
        (loaded) => loaded.thumbnail(file, createWorker),
        () => undefined,
      ),
    warm: () =>
      void load().then(
        (loaded) => loaded.warm(createWorker),
        // A failure is reported with the first file.
        () => {},
      ),
  };
}
