/**
 * Stands in for `src/engine/shared-engine.ts`: `vi.mock("../../src/engine/shared-engine.js", () => import("./stage.js"))`.
 * The engine is the core's documented seam; a test puts its own on the stage.
 */
import type { Engine } from "../../src/core/engine-contract.js";
import { heldEngine } from "../fixtures/held-engine.js";

export const stage = { engine: heldEngine() };

export function sharedEngine(): Engine {
  return stage.engine;
}
