import { loadPart } from "../shared/load-part.js";
import type { PreparedImage, PrepareOptions } from "../shared/types.js";
import type { Pool } from "./pool.js";
import type { PrepareContext } from "./prepare.js";

/** `prepareWith`, whose code is loaded when needed. */
export async function prepareOnDemand(
  pool: Pick<Pool, "run">,
  file: Blob,
  options: PrepareOptions,
  context?: PrepareContext,
): Promise<PreparedImage> {
  const { prepareWith } = await loadPart(() => import("./on-demand.js"), options.signal);
  return prepareWith(pool, file, options, context);
}
