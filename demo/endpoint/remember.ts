import { serverLimits } from "./server-limits.js";
import type { StoredBatch } from "./stand-in.js";

/** Keeps a batch for the calls that ask for it; of too many the oldest goes. */
export function remember(batches: Map<string, StoredBatch>, id: string, batch: StoredBatch): void {
  batches.set(id, batch);
  const oldest = batches.keys().next().value;
  if (batches.size > serverLimits.batches && oldest !== undefined) batches.delete(oldest);
}
