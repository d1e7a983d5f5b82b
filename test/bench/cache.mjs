/** What the bench makes and does not commit. */
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const benchFolder = fileURLToPath(new URL(".", import.meta.url));
export const projectFolder = fileURLToPath(new URL("../../", import.meta.url));

/** A folder below the project's own cache, made when it is not there. */
export function cacheFolder(name) {
  const folder = `${projectFolder}node_modules/.cache/vision-dropzone-bench/${name}`;
  mkdirSync(folder, { recursive: true });
  return folder;
}
