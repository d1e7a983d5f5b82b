/** The page in which the methods run, and the server behind it. */
import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openBrowser } from "../browsers/open-browser.mjs";
import { startServer } from "../browsers/static-server.mjs";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const root = path("../../../");

/** Installed apart from the package's own dependencies: `npm ci` in test/bench. */
const peersFolder = path("../node_modules");

const IMPORTS = {
  "browser-image-compression": "/packages/browser-image-compression/dist/browser-image-compression.mjs",
  compressorjs: "/peers/compressorjs/dist/compressor.esm.js",
  pica: "/peers/pica/dist/pica.mjs",
};

const PAGE = `<!doctype html><meta charset="utf-8"><title>fidelity</title>
<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>
<script type="module" src="/page/shrink.mjs"></script>`;

export const peersInstalled = existsSync(`${peersFolder}/compressorjs`);

/** `module`: a URL, or the path of a file, whose folder is served with it. `inputs` are the files a page may ask for. */
export async function openStage({ module, inputs }) {
  const files = new Map(inputs.map(({ name, file }) => [name, file]));
  const isUrl = module !== undefined && /^https?:/.test(module);
  const script = isUrl ? undefined : resolve(module ?? `${root}dist/core.js`);
  if (script && !existsSync(script))
    throw new Error(`There is no ${script}. ${module ? "" : "Build the package first: npm run build."}`);
  const server = await startServer(
    {
      "/page.html": () => PAGE,
      "/page/": path("page"),
      "/packages/": `${root}node_modules`,
      "/peers/": peersFolder,
      ...(script && { "/module/": dirname(script) }),
      "/input/": (name) => files.get(name),
    },
    // As an ordinary page is served.
    { isolated: false },
  );
  return {
    moduleUrl: isUrl ? module : `/module/${basename(script)}`,
    /** A page in the browser; `undefined` where it is not installed. */
    async open(browserName) {
      const browser = await openBrowser(browserName);
      await browser?.goto(`${server.origin}/page.html`);
      await browser?.evaluate(untilReady, READY_MS);
      return browser;
    },
    close: server.close,
  };
}

const READY_MS = 30_000;

/** Runs in the page: WebKitGTK's driver may answer before the module has run. */
async function untilReady(timeoutMs) {
  const giveUpAt = performance.now() + timeoutMs;
  while (globalThis.shrink === undefined) {
    if (performance.now() > giveUpAt) throw new Error("The page's script did not start.");
    await new Promise((next) => void setTimeout(next, 20));
  }
}

/** The page gives up by itself before that; this is for a page that died. */
const LOST_MS = 240_000;

/** One file through one method: `{ file, backend }` or `{ failure }`. */
export async function shrink(browser, { name, mediaType }, request) {
  const lost = new AbortController();
  try {
    const asked = { ...request, path: `/input/${name}`, name, mediaType };
    const answer = browser.evaluate((what) => globalThis.shrink(what), asked);
    const silence = delay(LOST_MS, undefined, { signal: lost.signal }).then(() => ({ failure: "The page was lost." }));
    const { base64, ...rest } = await Promise.race([answer, silence]);
    return base64 === undefined ? rest : { file: Buffer.from(base64, "base64"), ...rest };
  } catch (error) {
    return { failure: String(error) };
  } finally {
    lost.abort();
  }
}
