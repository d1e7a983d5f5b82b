/** What the measurements of presets run on: the built package in Chromium, and a browser that draws pictures of text. */
import { chromium } from "playwright";
import { finders } from "../browsers/finders.mjs";
import { openBrowser } from "../browsers/open-browser.mjs";
import { startServer } from "../browsers/static-server.mjs";
import { projectFolder } from "../cache.mjs";

/** `files`: by name, served at `/file/`; `page`: shows a page of the server, which has `/dist/`, too; `renderer`: Playwright's. */
export async function startStage() {
  const files = new Map();
  const server = await startServer({
    "/dist/": `${projectFolder}dist/`,
    "/file/": (name) => files.get(name),
    "/": () => "<!doctype html>",
  });
  const page = await openBrowser("chromium");
  await page.goto(`${server.origin}/page.html`);
  const renderer = await chromium.launch(await (await finders()).findChromium());
  const close = () => Promise.all([renderer.close(), page.close(), server.close()]);
  return { files, page, renderer, close };
}
