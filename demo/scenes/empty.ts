import type { Scene } from "./scene.js";

/** The page as it opens. */
export const emptyScene: Scene = { id: "empty" };
