/** How a found Chromium is started. */
import type { LaunchOptions } from "playwright";
import { isRoot } from "./programs.js";

/** What Playwright's `launch` needs. */
export type ChromiumLaunch = Pick<LaunchOptions, "args" | "env"> & { executablePath: string };

/** The sandbox refuses root; the rest keeps a machine without GPU or with a small /dev/shm steady. */
const ARGS = [...(isRoot ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage"];

/** `env` replaces the process's own environment when given. */
export function chromiumLaunch(executablePath: string, env?: Record<string, string>): ChromiumLaunch {
  return { executablePath, args: ARGS, ...(env && { env }) };
}
