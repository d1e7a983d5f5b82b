/** Makes the measured files once, into the cache. */
import { existsSync } from "node:fs";
import { rename, stat, writeFile } from "node:fs/promises";
import { cacheFolder } from "../cache.mjs";
import { photoSource } from "./photos.mjs";

/** What Pillow's thumbnail((1280, 960)) gives. */
const BOX = { width: 1280, height: 960 };

/** Raised when the same name stands for another file. */
const EDITION = 2;

export const inputFolder = cacheFolder(`inputs-${EDITION}-${photoSource === "camera photos" ? "real" : "sample"}`);

function target({ width, height }) {
  const scale = Math.min(1, BOX.width / width, BOX.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** Resolves to the files with their `bytes` and the `target` size. */
export async function makeInputs(wanted) {
  const made = [];
  for (const { make, ...input } of wanted) {
    const path = `${inputFolder}/${input.file}`;
    if (!existsSync(path)) {
      console.error(`Making ${input.file} ...`);
      await writeFile(`${path}.part`, await make.call(input));
      await rename(`${path}.part`, path);
    }
    made.push({ ...input, bytes: (await stat(path)).size, target: target(input) });
  }
  return made;
}
