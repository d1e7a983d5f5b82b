/** What is installed on this machine, by name or by path. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The first of `names` that is an executable on the PATH, as an absolute path. */
export function onPath(...names: string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return firstExisting(names.flatMap((name) => folders.map((folder) => join(folder, name))));
}

/** The first path that exists. */
export function firstExisting(paths: readonly (string | undefined)[]): string | undefined {
  return paths.find((path) => path !== undefined && path !== "" && existsSync(path));
}

/**
 * Whether the program's file can be started at all: a browser unpacked on a bare system lacks shared libraries, and
 * Ubuntu's `chromium-browser` is a stub that only asks for a snap. On Windows `--version` opens a window: not asked there.
 */
export function starts(program: string, env: NodeJS.ProcessEnv = process.env): boolean {
  if (process.platform === "win32") return true;
  return spawnSync(program, ["--version"], { env, timeout: 20_000, stdio: "ignore" }).status === 0;
}

export const isRoot = process.getuid?.() === 0;
