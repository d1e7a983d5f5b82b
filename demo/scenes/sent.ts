import type { Scene } from "./scene.js";

/** A conversation with one answer, whose image is sent again with each message. */
export const sentScene: Scene = {
  id: "sent",
  samples: ["lake", "phone"],
  text: "Describe these two photos.",
  send: true,
};
