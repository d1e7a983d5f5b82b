/**
 * Stands in for `src/pool/shared-pool.ts`: `vi.mock("../../src/pool/shared-pool.js", () => import("./stage.js"))`.
 * A test puts a pool of its own on the stage.
 */
// The queue loads it with the first file, which takes Vitest a second where nothing else has loaded it.
import "../../src/pool/on-demand.js";
import type { Pool } from "../../src/pool/pool.js";
import { heldPool } from "../fixtures/held-pool.js";

export const stage = { pool: heldPool() };

export function sharedPool(): Pool {
  return stage.pool;
}
