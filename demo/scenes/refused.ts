import type { Scene } from "./scene.js";

/** A file that must be rejected, between two good ones. */
export const refusedScene: Scene = {
  id: "refused",
  samples: ["lake", "refused", "logo"],
  text: "Two of these are fine.",
};
