import type { Scene } from "./scene.js";

/** The page as it opens. */
export const emptyScene: Scene = { id: "empty" };

/** The same with a backend of a low limit, for the recording. */
export const smallBackendScene: Scene = {
  id: "small-backend",
  text: "Which of these is the sharpest?",
  options: { appCapBytes: 300_000 },
};
