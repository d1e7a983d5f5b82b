/** One pool for the whole page: two dropzones must not start twice the workers. */
import type { Engine } from "../core/engine-contract.js";
import { createEngine } from "./pool.js";

let defaultEngine: Engine | undefined;
const engineByFactory = new WeakMap<() => Worker, Engine>();

/** The page's engine, or the one that belongs to this very `createWorker` function. Starts nothing until it has work. */
export function sharedEngine(createWorker?: () => Worker): Engine {
  if (!createWorker) return (defaultEngine ??= createEngine());
  let engine = engineByFactory.get(createWorker);
  if (!engine) engineByFactory.set(createWorker, (engine = createEngine({ createWorker })));
  return engine;
}
