import type { Scene } from "./scene.js";

/** Four good images, ready to be sent. */
export const readyScene: Scene = {
  id: "ready",
  samples: ["phone", "lake", "logo", "screenshot"],
  text: "What do these have in common?",
};
