/** A browser with the bench's page open: server, contestants and inputs behind it. */
import { dirname, basename, resolve } from "node:path";
import { openBrowser } from "./browsers/open-browser.mjs";
import { mediaTypeOf, startServer } from "./browsers/static-server.mjs";
import { benchFolder, projectFolder } from "./cache.mjs";
import { peersFolder } from "./contestants/build.mjs";
import { inputFolder } from "./inputs/make-inputs.mjs";

/** What the built package imports by its bare name. */
const IMPORTS = {
  "browser-image-compression": "/packages/browser-image-compression/dist/browser-image-compression.mjs",
};

const READY_TIMEOUT_MS = 20_000;

const PAGE = `<!doctype html><meta charset="utf-8"><title>bench</title>
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<script type="module" src="/page/main.mjs"></script><body></body>`;

/** `modules`: { name: URL or path of an ES module }. `built`: folders made by the builds of this run. */
export async function startStage({ modules, built }) {
  const mounts = {
    "/page.html": () => PAGE,
    "/page/": `${benchFolder}page`,
    "/peers/": peersFolder,
    "/packages/": `${projectFolder}node_modules`,
    "/inputs/": inputFolder,
    ...built,
  };
  const urls = {};
  for (const [name, place] of Object.entries(modules)) {
    if (/^https?:/.test(place)) urls[name] = place;
    else {
      const path = resolve(place);
      const prefix = `/modules/${Object.keys(urls).length}/`;
      mounts[prefix] = dirname(path);
      urls[name] = prefix + basename(path);
    }
  }
  const server = await startServer(mounts);
  return {
    origin: server.origin,
    /** Where the page finds a contestant. */
    urlOf: (name) => urls[name] ?? `/contestants/${name}.mjs`,
    close: server.close,
    /** A fresh browser; undefined where the browser is not installed. */
    async open(browserName, page = "/page.html") {
      const browser = await openBrowser(browserName);
      await browser?.goto(server.origin + page);
      await browser?.evaluate(untilReady, READY_TIMEOUT_MS);
      return browser;
    },
  };
}

/** WebKit may call a page loaded before its modules have run. Runs in the page. */
async function untilReady(timeoutMs) {
  const until = performance.now() + timeoutMs;
  while (!globalThis.bench && !globalThis.list) {
    if (performance.now() > until) throw new Error(`The bench's page did not start within ${timeoutMs} ms.`);
    await new Promise((again) => void setTimeout(again, 20));
  }
}

/** An input as the page knows it. */
export function forPage({ file, target }) {
  return { file, target, url: `/inputs/${file}`, mediaType: mediaTypeOf(file) };
}
