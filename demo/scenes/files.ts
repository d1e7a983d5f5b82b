import type { Scene } from "./scene.js";

/** Images that are stored with the provider: the request refers to them and stays at a few hundred bytes. */
export const filesScene: Scene = {
  id: "files",
  samples: ["lake", "phone"],
  text: "What do these have in common?",
  options: { relocation: "files" },
  tab: "blocks",
};
