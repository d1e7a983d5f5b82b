import type { Scene } from "./scene.js";

/** The endpoint's limits, and a picture that this model's provider would downsize again. */
export const limitsScene: Scene = {
  id: "limits",
  samples: ["lake", "phone"],
  text: "What do these have in common?",
  options: { model: "claude-haiku-4-5" },
  tab: "limits",
};
