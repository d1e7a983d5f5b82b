import type { Scene } from "./scene.js";

/** Images that lie with the provider: the request names them and stays at a few hundred bytes. */
export const filesScene: Scene = {
  id: "files",
  samples: ["lake", "phone"],
  text: "What do these have in common?",
  options: { relocation: "files" },
  tab: "blocks",
};
