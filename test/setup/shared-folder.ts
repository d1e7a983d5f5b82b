/**
 * The folder of real pictures next to the project (`../shared`: corpus/, photos/). It is not part of the package: tests that need
 * it get its absolute path by `inject("sharedFolder")`, and skip with a message if it is "".
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const beside = fileURLToPath(new URL("../../../shared", import.meta.url));

export const sharedFolder = existsSync(`${beside}/corpus/manifest.json`) ? beside : "";

declare module "vitest" {
  interface ProvidedContext {
    /** Absolute path, "" when the machine has none. In a browser: fetch(`/@fs${sharedFolder}/photos/...`). */
    sharedFolder: string;
    /** `npm run robustness`: every file in every browser. */
    isRobustnessRun: boolean;
  }
}
