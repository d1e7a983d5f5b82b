import type { Scene } from "./scene.js";

/** Over the cap of a small backend of the app's own. */
export const overScene: Scene = {
  id: "over",
  samples: ["phone", "lake", "screenshot"],
  text: "This is more than the backend takes.",
  options: { appCapBytes: 300_000 },
};
