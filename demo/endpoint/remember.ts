import { serverLimits } from "./server-limits.js";
import type { StoredBatch } from "./stand-in.js";

/** Keeps a batch for later calls; if there are too many, the oldest is dropped. */
export function remember(batches: Map<string, StoredBatch>, id: string, batch: StoredBatch): void {
  batches.set(id, batch);
  const oldest = batches.keys().next().value;
  if (batches.size > serverLimits.batches && oldest !== undefined) batches.delete(oldest);
}
