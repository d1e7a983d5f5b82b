import type { Scene } from "./scene.js";

/** The page from right to left. */
export const rtlScene: Scene = {
  id: "rtl",
  samples: ["phone", "lake", "rejected"],
  direction: "rtl",
};
