import type { Scene } from "./scene.js";

/** A conversation with one answer, its image resent from now on. */
export const sentScene: Scene = {
  id: "sent",
  samples: ["lake", "phone"],
  text: "Describe these two photos.",
  send: true,
};
