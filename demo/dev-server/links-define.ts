/** Where the demo's first screen leads: what `package.json` says of the project's pages, when it does. */
import { readFileSync } from "node:fs";

const { homepage, repository } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  homepage?: string;
  repository?: { url: string };
};

/** `isHosted`: static files, beside which no README lies. */
export const linksDefine = (isHosted: boolean) => ({
  DEMO_DOCS_URL: JSON.stringify(homepage ?? (isHosted ? "" : "/README.md")),
  DEMO_CODE_URL: JSON.stringify(repository?.url.replace(/^git\+|\.git$/g, "") ?? ""),
});
