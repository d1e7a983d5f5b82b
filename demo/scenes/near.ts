import type { Scene } from "./scene.js";

/** It fits, with room for one more photo. */
export const nearScene: Scene = {
  id: "near",
  samples: ["phone", "lake", "screenshot", "logo", "lake"],
  text: "What do these have in common?",
  options: { appCapBytes: 735_000 },
};
