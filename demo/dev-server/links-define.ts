/** The links of the demo's first screen, from `package.json` if it has them. */
import { readFileSync } from "node:fs";

const { homepage, repository } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  homepage?: string;
  repository?: { url: string };
};

/** `isHosted`: static files, without a README beside them. */
export const linksDefine = (isHosted: boolean) => ({
  DEMO_DOCS_URL: JSON.stringify(homepage ?? (isHosted ? "" : "/README.md")),
  DEMO_CODE_URL: JSON.stringify(repository?.url.replace(/^git\+|\.git$/g, "") ?? ""),
});
