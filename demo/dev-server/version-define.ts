/** The package's version for `src/shared/version.ts`: the page's side and the worker's are built apart, and compare it. */
import { readFileSync } from "node:fs";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

export const versionDefine = { VISION_DROPZONE_VERSION: JSON.stringify(version) };
