import type { Scene } from "./scene.js";

/** Dark, whatever the system says. */
export const darkScene: Scene = {
  id: "dark",
  samples: ["phone", "lake", "logo"],
  text: "What do these have in common?",
  theme: "dark",
};
