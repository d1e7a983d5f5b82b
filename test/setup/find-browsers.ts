/** The browsers of this machine. Chromium is a must and is fetched when absent; the other two are used when found. */
import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { obtainChromium } from "./chromium.js";
import type { ChromiumLaunch } from "./chromium-launch.js";
import { oncePerProcess } from "./memo.js";
import { firstExisting, onPath } from "./programs.js";

/** Ready for Playwright: `chromium.launch(await findChromium())`. */
export function findChromium(): Promise<ChromiumLaunch> {
  return oncePerProcess("chromium", obtainChromium);
}

/** Older ones lack commands of WebDriver BiDi that Playwright 1.64 sends: Firefox ESR 140 does not even launch. */
const OLDEST_FIREFOX = 153;

/** Read from the file beside the executable: starting a browser only to ask its version would cost every `npm start`. */
function firefoxMajor(executable: string): number {
  const about = join(dirname(realpathSync(executable)), "application.ini");
  return existsSync(about) ? Number(/^Version=(\d+)/m.exec(readFileSync(about, "utf8"))?.[1]) : NaN;
}

/**
 * Stock Firefox, driven over WebDriver BiDi. Looked for on Linux only, where it was proven; elsewhere, and for a version
 * of one's own choice, FIREFOX_PATH names it.
 */
export function findFirefox(): string | undefined {
  if (!isWanted("firefox")) return undefined;
  if (process.env.FIREFOX_PATH) return firstExisting([process.env.FIREFOX_PATH]);
  const path = process.platform === "linux" ? onPath("firefox-esr", "firefox") : undefined;
  return path && firefoxMajor(path) >= OLDEST_FIREFOX ? path : undefined;
}

/** WebKitGTK: its driver, the browser it starts, and a display for it (a virtual one when there is none). */
export interface WebKitPrograms {
  driver: string;
  miniBrowser: string;
  /** Absent when the machine has a display. */
  xvfb?: string;
}

/** WebKitGTK is not Safari (other canvas, other fonts), but it is WebKit's own code for the rest. Linux only. */
export function findWebKit(): WebKitPrograms | undefined {
  if (!isWanted("webkit") || process.platform !== "linux") return undefined;
  const driver = onPath("WebKitWebDriver");
  if (!driver) return undefined;
  // Debian keeps it under the machine's triplet: x86_64-linux-gnu, aarch64-linux-gnu.
  const miniBrowser = firstExisting(
    readdirSync("/usr/lib").map((name) => `/usr/lib/${name}/webkit2gtk-4.1/MiniBrowser`),
  );
  const xvfb = onPath("Xvfb");
  if (!miniBrowser || !(xvfb || process.env.DISPLAY)) return undefined;
  return { driver, miniBrowser, ...(process.env.DISPLAY ? {} : { xvfb }) };
}

/** `TEST_BROWSERS=chromium,webkit` limits a run; by default every browser found takes part. */
function isWanted(browser: "firefox" | "webkit"): boolean {
  const wanted = process.env.TEST_BROWSERS;
  return !wanted || wanted.split(",").includes(browser);
}
