import type { Scene } from "./scene.js";

/** Over the limit of the app's own small backend. */
export const overScene: Scene = {
  id: "over",
  samples: ["phone", "lake", "screenshot"],
  text: "This is more than the backend takes.",
  options: { appCapBytes: 300_000 },
};
