/** Global setup of the projects that need Chromium, so that `--project unit` alone never fetches one. */
import { findChromium } from "./find-browsers.js";
import { chromiumLaunchOptions } from "./projects.js";

export async function setup(): Promise<void> {
  Object.assign(chromiumLaunchOptions, await findChromium());
}
