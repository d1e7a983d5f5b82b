/** Bundles the list's page with the built package and React for production. */
import { build } from "vite";
import { BUILT_PACKAGE } from "../built-package.mjs";
import { benchFolder, cacheFolder } from "../cache.mjs";

export async function buildListApp() {
  const outDir = cacheFolder("list-app");
  await build({
    configFile: false,
    root: benchFolder,
    logLevel: "error",
    publicDir: false,
    define: { "process.env.NODE_ENV": '"production"' },
    resolve: { alias: BUILT_PACKAGE },
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      rolldownOptions: {
        input: `${benchFolder}list-app/main.mjs`,
        output: { entryFileNames: "list.mjs", assetFileNames: "list[extname]", minify: true },
      },
    },
  });
  return outDir;
}

export const LIST_PAGE = `<!doctype html><meta charset="utf-8"><title>list</title><link rel="stylesheet" href="/list/list.css">
<script type="module" src="/list/list.mjs"></script><body></body>`;
