import type { Scene } from "./scene.js";

/** The page as it opens. */
export const emptyScene: Scene = { id: "empty" };

/** The same before a backend that takes little, for the recording. */
export const smallBackendScene: Scene = {
  id: "small-backend",
  text: "Which of these is the sharpest?",
  options: { appCapBytes: 300_000 },
};
