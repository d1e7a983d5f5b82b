/** Pillow, run as the program it is; `undefined` where the machine has none. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { withFile } from "./with-file.mjs";

const SCRIPT = fileURLToPath(new URL("thumbnail.py", import.meta.url));
const TIMEOUT_MS = 120_000;

/** Debian's package belongs to Debian's own interpreter, which need not be the first on the PATH. */
const INTERPRETERS = ["/usr/bin/python3", "python3"];

/** The interpreter that has Pillow. */
export function findPillow() {
  return INTERPRETERS.find(
    (python) => spawnSync(python, ["-c", "import PIL.Image, PIL.ImageCms"], { stdio: "ignore" }).status === 0,
  );
}

/** A picture fitted into `box`: the file Pillow writes (`type` "png" keeps every level), its size and Pillow's version. */
export function thumbnail(python, { name, file }, { box, quality = 0.85, type = "jpg" }) {
  return withFile(name, file, (path, folder) => {
    const target = join(folder, `thumbnail.${type}`);
    const options = [box.width, box.height, Math.round(quality * 100)].map(String);
    const run = spawnSync(python, [SCRIPT, path, target, ...options], { encoding: "utf8", timeout: TIMEOUT_MS });
    if (run.status !== 0) throw new Error(`Pillow failed on ${name}: ${run.stderr || run.error}`);
    return { ...JSON.parse(run.stdout), file: readFileSync(target) };
  });
}
