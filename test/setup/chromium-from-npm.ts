/**
 * A Chromium out of the npm registry, for machines that reach nothing else: the package `@sparticuz/chromium` carries the browser
 * in its tarball (67 MB, Linux x64). Fetched on demand into node_modules/.cache, so that others need not download it.
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromiumLaunch, type ChromiumLaunch } from "./chromium-launch.js";
import { starts } from "./programs.js";

/** JPEG bytes of 143, 153 and 156 are the same, so golden sizes hold with this one too. */
const PACKAGE = "@sparticuz/chromium@153.0.0";
const DOWNLOAD_TIMEOUT_MS = 300_000;

const cacheFolder = fileURLToPath(new URL("../../node_modules/.cache/test-chromium", import.meta.url));
const packageFolder = join(cacheFolder, "node_modules/@sparticuz/chromium");

interface SparticuzModule {
  default: { executablePath(): Promise<string> };
  inflate(archive: string): Promise<string>;
}

/** The copy that an earlier run fetched, unpacked and ready; `undefined` if there is none or it does not start. */
export async function cachedChromium(): Promise<ChromiumLaunch | undefined> {
  const entry = join(packageFolder, "build/index.js");
  if (!existsSync(entry)) return undefined;
  const sparticuz = (await import(/* @vite-ignore */ pathToFileURL(entry).href)) as SparticuzModule;
  const executablePath = await sparticuz.default.executablePath();
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  // A bare Debian lacks libnss3, libnspr4 and libexpat; the package brings them in an archive of their own.
  if (!starts(executablePath)) {
    const libraries = await sparticuz.inflate(join(packageFolder, "bin/al2023.tar.br"));
    env.LD_LIBRARY_PATH = join(libraries, "lib");
  }
  // Without any font the page crashes as soon as text is laid out; `executablePath()` has unpacked some.
  if (!existsSync("/etc/fonts/fonts.conf")) env.FONTCONFIG_PATH = join(tmpdir(), "fonts");
  return starts(executablePath, env) ? chromiumLaunch(executablePath, env) : undefined;
}

/** Fetches the package, then as `cachedChromium`; `undefined` on other systems and when the registry does not answer. */
export async function downloadChromium(): Promise<ChromiumLaunch | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  console.log(`No Chromium found: fetching ${PACKAGE} from the npm registry ...`);
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(join(cacheFolder, "package.json"), JSON.stringify({ private: true }));
  const flags = ["--no-save", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  spawnSync("npm", ["install", ...flags, PACKAGE], { cwd: cacheFolder, timeout: DOWNLOAD_TIMEOUT_MS, stdio: "ignore" });
  return cachedChromium();
}
