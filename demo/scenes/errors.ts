import { refusalIds } from "../state/refusals.js";
import type { RefusalId } from "../state/refusals.js";
import { findTarget, targets } from "../targets/targets.js";
import type { Scene } from "./scene.js";

const errorScene = (refusal: RefusalId): Scene => ({
  id: `error-${refusal}`,
  samples: refusal === "too-many-images" ? ["lake", "phone"] : ["lake"],
  text: "Will this go through?",
  // The first endpoint that is known to answer so.
  options: { refusal, targetId: (targets.find(({ refusals }) => refusals.includes(refusal)) ?? findTarget(null)).id },
  send: true,
});

/**
 * The meter says it fits, the endpoint refuses all the same: each kind of API error, really answered and explained. With
 * `&endpoint=` by any provider that is known to answer so.
 */
export const errorScenes: readonly Scene[] = refusalIds.map(errorScene);
