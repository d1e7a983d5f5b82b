import { darkScene } from "./dark.js";
import { emptyScene } from "./empty.js";
import { errorScenes } from "./errors.js";
import { filesScene } from "./files.js";
import { limitsScene } from "./limits.js";
import { overScene } from "./over.js";
import { readyScene } from "./ready.js";
import { refusedScene } from "./refused.js";
import { rtlScene } from "./rtl.js";
import type { Scene } from "./scene.js";
import { sentScene } from "./sent.js";

const scenes: readonly Scene[] = [
  emptyScene,
  readyScene,
  refusedScene,
  overScene,
  ...errorScenes,
  filesScene,
  limitsScene,
  sentScene,
  rtlScene,
  darkScene,
];

/** The scene a query string asks for; the empty one when it asks for none we know. */
export function findScene(search: string): Scene {
  const id = new URLSearchParams(search).get("scene");
  return scenes.find((scene) => scene.id === id) ?? emptyScene;
}
