/** Global setup of the `dist` project: its tests read the built files. */
import { existsSync } from "node:fs";

export function setup(): void {
  if (!existsSync(new URL("../../dist/index.js", import.meta.url))) {
    throw new Error("The tests of the built files need them: run `npm run build` first, or `npm test` for everything.");
  }
}
