/** Writes the hosted demo's service worker, which keeps what the build has made. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const WORKER = fileURLToPath(new URL("../hosted/offline-worker.js", import.meta.url));

/** Larger ones (the decoders of HEIC and PDF, two photos) are kept only when they were used. */
const LARGEST_BYTES = 1_000_000;

export function offlineFiles(): Plugin {
  return {
    name: "vision-dropzone:offline-files",
    apply: "build",
    // The files of public/ are there by now, too.
    writeBundle({ dir = "" }) {
      const all = readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) => isServed(join(dir, name)));
      const small = all.filter((name) => statSync(join(dir, name)).size <= LARGEST_BYTES);
      const hash = createHash("sha256");
      for (const name of all) hash.update(name).update(readFileSync(join(dir, name)));
      const code = readFileSync(WORKER, "utf8")
        .replace("FILES = []", `FILES = ${JSON.stringify(small.map((name) => `./${name.replaceAll(sep, "/")}`))}`)
        .replace("VERSION", hash.digest("hex").slice(0, 16));
      writeFileSync(join(dir, "offline-worker.js"), code);
    },
  };
}

function isServed(path: string): boolean {
  return statSync(path).isFile() && !path.endsWith("offline-worker.js");
}
