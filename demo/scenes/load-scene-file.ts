import { loadSample } from "../state/samples.js";
import type { SceneFile } from "./scene.js";

/** The file a scene asks for, as if it had been dropped. */
export async function loadSceneFile(file: SceneFile): Promise<File> {
  if (typeof file === "string") return loadSample(file);
  if ("sample" in file) {
    const sample = await loadSample(file.sample);
    return new File([sample], file.name, { type: sample.type });
  }
  const canvas = new OffscreenCanvas(file.width, file.height);
  const context = canvas.getContext("2d");
  if (context) {
    context.fillStyle = "#4f46e5";
    context.fillRect(0, 0, file.width, file.height);
  }
  const type = "image/png";
  return new File([await canvas.convertToBlob({ type })], file.name, { type });
}
