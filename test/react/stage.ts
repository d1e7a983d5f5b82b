/**
 * Stands in for `src/pool/shared-engine.ts`: `vi.mock("../../src/pool/shared-engine.js", () => import("./stage.js"))`.
 * The engine is the core's documented seam; a test puts its own on the stage.
 */
import type { Engine } from "../../src/pixels/encode-job.js";
import { heldEngine } from "../fixtures/held-engine.js";

export const stage = { engine: heldEngine() };

export function sharedEngine(): Engine {
  return stage.engine;
}
