/** Bundles the contestants for the page, each to a module of its own. Installs the peers when they are not there. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { build } from "vite";
import { benchFolder, cacheFolder } from "../cache.mjs";

export const peersFolder = `${benchFolder}node_modules`;

function installPeers() {
  if (existsSync(`${peersFolder}/.package-lock.json`)) return;
  console.error("Installing the packages to compare with ...");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const { status } = spawnSync(npm, ["ci", "--no-audit", "--no-fund"], {
    cwd: benchFolder,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) throw new Error("npm ci in test/bench failed: the bench needs the packages it compares with.");
}

/** Resolves to the folder that holds `<name>.mjs` for each name. */
export async function buildContestants(names) {
  if (names.some((name) => !name.endsWith("-canvas"))) installPeers();
  const outDir = cacheFolder("contestants");
  if (names.length === 0) return outDir;
  await build({
    configFile: false,
    root: benchFolder,
    logLevel: "error",
    publicDir: false,
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      lib: {
        entry: Object.fromEntries(names.map((name) => [name, `${benchFolder}contestants/${name}.mjs`])),
        formats: ["es"],
      },
    },
  });
  return outDir;
}
