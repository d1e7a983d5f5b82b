import type { Scene } from "./scene.js";

/** A file that must be refused, between two good ones that go on. */
export const refusedScene: Scene = {
  id: "refused",
  samples: ["lake", "refused", "logo"],
  text: "Two of these are fine.",
};
