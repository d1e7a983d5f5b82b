/** One engine a page, so that all dropzones and calls share the workers. */
import type { Engine } from "../pixels/encode-job.js";
import { createEngine } from "./pool.js";

let common: Engine | undefined;
const byFactory = new WeakMap<() => Worker, Engine>();

/** The engine for this worker factory: the same function gets the same engine. Starts nothing. */
export function sharedEngine(createWorker?: () => Worker): Engine {
  if (!createWorker) return (common ??= createEngine());
  const engine = byFactory.get(createWorker) ?? createEngine({ createWorker });
  byFactory.set(createWorker, engine);
  return engine;
}
