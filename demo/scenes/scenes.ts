import { darkScene } from "./dark.js";
import { emptyScene, smallBackendScene } from "./empty.js";
import { errorScenes } from "./errors.js";
import { filesScene } from "./files.js";
import { hardScenes } from "./hard.js";
import { limitsScene } from "./limits.js";
import { nearScene } from "./near.js";
import { overScene } from "./over.js";
import { readyScene } from "./ready.js";
import { rejectedScene } from "./rejected.js";
import { rtlScene } from "./rtl.js";
import type { Scene } from "./scene.js";
import { sentScene } from "./sent.js";
import { findTarget } from "../targets/targets.js";

export const scenes: readonly Scene[] = [
  emptyScene,
  smallBackendScene,
  readyScene,
  rejectedScene,
  nearScene,
  overScene,
  ...errorScenes,
  filesScene,
  limitsScene,
  sentScene,
  rtlScene,
  darkScene,
  ...hardScenes,
];

/** The scene and endpoint that a query string names; the empty scene, with the first endpoint, for unknown names. */
export function findScene(search: string): Scene {
  const query = new URLSearchParams(search);
  const scene = scenes.find(({ id }) => id === query.get("scene")) ?? emptyScene;
  const endpoint = query.get("endpoint");
  // A scene's model belongs to the endpoint it was written for.
  return endpoint === null
    ? scene
    : { ...scene, options: { ...scene.options, targetId: findTarget(endpoint).id, model: "" } };
}
