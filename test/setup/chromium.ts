/** A Chromium for the tests on any machine: the first source that works, cheapest first (no network for 1 to 4). */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cachedChromium, downloadChromium } from "./chromium-from-npm.js";
import { chromiumLaunch, type ChromiumLaunch } from "./chromium-launch.js";
import { firstExisting, isRoot, onPath, starts } from "./programs.js";

/** Playwright's download stalls, rather than fails, behind some proxies. */
const PLAYWRIGHT_INSTALL_TIMEOUT_MS = 180_000;
const APT_TIMEOUT_MS = 600_000;

const REMEDIES = `No Chromium for the tests, and none could be fetched. Any one of these helps:
  - install Chrome, Chromium or Edge;
  - point CHROMIUM_PATH at a browser's executable;
  - npx playwright install --with-deps chromium;
  - Debian, Ubuntu: apt-get install chromium.`;

/** Step 1: what the environment names. A name that does not work is an error, not a reason to look elsewhere. */
function fromEnvironment(): ChromiumLaunch | undefined {
  const path = process.env.CHROMIUM_PATH ?? process.env.CHROME_PATH ?? process.env.CHROME_BIN;
  if (!path) return undefined;
  if (!firstExisting([path]))
    throw new Error(`CHROMIUM_PATH, CHROME_PATH or CHROME_BIN names ${path}, which does not exist.`);
  return chromiumLaunch(path);
}

/** Step 2: an installed Chromium, Chrome or Edge. */
function installed(): ChromiumLaunch | undefined {
  const programFiles = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
  const path =
    process.platform === "darwin"
      ? firstExisting(
          ["Google Chrome", "Chromium", "Microsoft Edge"].map(
            (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
          ),
        )
      : process.platform === "win32"
        ? firstExisting(
            ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"].flatMap((app) =>
              programFiles.map((folder) => folder && `${folder}\\${app}`),
            ),
          )
        : onPath("chromium", "google-chrome-stable", "google-chrome", "chromium-browser", "microsoft-edge");
  return path && starts(path) ? chromiumLaunch(path) : undefined;
}

/** Step 3: Playwright's own copy. */
async function fromPlaywright(): Promise<ChromiumLaunch | undefined> {
  const { chromium } = await import("playwright");
  const path = firstExisting([chromium.executablePath()]);
  return path && starts(path) ? chromiumLaunch(path) : undefined;
}

/** Step 5: Playwright's download. Fails within seconds where its host cannot be reached. */
async function installByPlaywright(): Promise<ChromiumLaunch | undefined> {
  console.log("No Chromium found: trying `playwright install chromium` ...");
  const npx = process.platform === "win32" ? "npx.cmd" : "npx";
  const shell = process.platform === "win32";
  spawnSync(npx, ["playwright", "install", "chromium"], {
    timeout: PLAYWRIGHT_INSTALL_TIMEOUT_MS,
    stdio: "ignore",
    shell,
  });
  return fromPlaywright();
}

/** Step 7: apt, as root on Debian and its kin only. */
function installByApt(): ChromiumLaunch | undefined {
  if (!isRoot || !onPath("apt-get") || !existsSync("/etc/debian_version")) return undefined;
  console.log("No Chromium found: installing it with apt-get ...");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (...args: string[]) => spawnSync("apt-get", args, { env, timeout: APT_TIMEOUT_MS, stdio: "ignore" });
  apt("update");
  apt("install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core");
  return installed();
}

/**
 * Finds, or fetches, a Chromium. Slow only where nothing is installed.
 * @throws Error naming the remedies when every source fails.
 */
export async function obtainChromium(): Promise<ChromiumLaunch> {
  const found =
    fromEnvironment() ??
    installed() ??
    (await fromPlaywright()) ??
    (await cachedChromium()) ??
    (await installByPlaywright()) ??
    (await downloadChromium()) ??
    installByApt();
  if (!found) throw new Error(REMEDIES);
  return found;
}
