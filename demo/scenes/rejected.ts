import type { Scene } from "./scene.js";

/** A file that must be rejected, between two good ones. */
export const rejectedScene: Scene = {
  id: "rejected",
  samples: ["lake", "rejected", "logo"],
  text: "Two of these are fine.",
};
