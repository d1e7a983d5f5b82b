/** One pool for each page, so that all dropzones and calls share the workers. */
import { createPool, type Pool } from "./pool.js";

type Factory = () => Worker;

interface OwnPool {
  pool: Pool;
  latest: Factory;
}

let common: Pool | undefined;
const ownPools = new Map<string, OwnPool>();

/**
 * The pool for this worker factory. A factory that is written inline is another function at each call, with the same text: the same text
 * gets the same pool, whose next worker the latest of them starts. Starts nothing.
 */
export function sharedPool(createWorker?: Factory): Pool {
  if (!createWorker) return (common ??= createPool());
  const text = String(createWorker);
  let own = ownPools.get(text);
  if (own) own.latest = createWorker;
  else {
    const fresh: OwnPool = { pool: createPool({ createWorker: () => fresh.latest() }), latest: createWorker };
    ownPools.set(text, (own = fresh));
  }
  return own.pool;
}
