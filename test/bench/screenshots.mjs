/**
 * Pictures of every state of the demo, to be looked at: `npm run screenshots`. At the widths of a desktop, a phone and a small phone, light
 * and dark; and with large text, zoomed in, and with forced colours. `npm run screenshots -- over near 390-dark` takes those alone.
 * Fails where axe-core finds something, or a page scrolls sideways.
 */
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { finders } from "./browsers/finders.mjs";
import { cacheFolder } from "./cache.mjs";
import { serveDemo } from "./serve-demo.mjs";
import { states } from "./screenshots/states.mjs";

const LARGE_TEXT = ":root { font-size: 200% }";
const PASSES = [
  ...["light", "dark"].flatMap((colorScheme) => [
    { name: `1440-${colorScheme}`, width: 1440, height: 900, colorScheme },
    { name: `390-${colorScheme}`, width: 390, height: 844, colorScheme, hasTouch: true },
    { name: `320-${colorScheme}`, width: 320, height: 640, colorScheme },
  ]),
  { name: "1440-large-text", width: 1440, height: 900, style: LARGE_TEXT },
  { name: "768-large-text", width: 768, height: 1024, style: LARGE_TEXT },
  { name: "390-large-text", width: 390, height: 844, style: LARGE_TEXT },
  { name: "320-large-text", width: 320, height: 640, style: LARGE_TEXT },
  // A window of 1280 x 1024 at 400 %.
  { name: "zoom-400", width: 320, height: 256 },
  { name: "forced-colours", width: 1440, height: 900, forcedColors: "active" },
  { name: "forced-colours-dark", width: 1440, height: 900, forcedColors: "active", colorScheme: "dark" },
];

const wanted = process.argv.slice(2);
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);
const someStates = states.filter(({ id }) => isWanted(id));
const somePasses = PASSES.filter(({ name }) => isWanted(name));
const shownStates = someStates.length > 0 ? someStates : states;
const shownPasses = somePasses.length > 0 ? somePasses : PASSES;

const axe = fileURLToPath(import.meta.resolve("axe-core/axe.min.js"));
const folder = cacheFolder("screenshots");
const server = await serveDemo();
const url = server.url;
const browser = await chromium.launch(await (await finders()).findChromium());
const sheets = [];

/** What axe-core finds wrong, and what reaches out of the window sideways. */
async function violationsIn(page) {
  await page.addScriptTag({ path: axe });
  return page.evaluate(async () => {
    // With forced colours Chromium paints letters in the forced `color`, but still reports the author's `-webkit-text-fill-color`, which
    // axe-core reads first. It is given what is painted, so that it still finds what `forced-color-adjust: none` keeps.
    if (matchMedia("(forced-colors: active)").matches) {
      const read = CSSStyleDeclaration.prototype.getPropertyValue;
      CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
        return read.call(this, name === "-webkit-text-fill-color" ? "color" : name);
      };
    }
    document.getAnimations().forEach((animation) => animation instanceof CSSTransition && animation.finish());
    const { violations } = await globalThis.axe.run();
    const found = violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
    );
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [...found, `scrolls sideways by ${scrollWidth - clientWidth} px`] : found;
  });
}

async function takePicture(context, { id, query, act }, { name, style }) {
  const file = `${name}-${id}.png`;
  const page = await context.newPage();
  await page.goto(url + query);
  if (style) await page.addStyleTag({ content: style });
  try {
    await act(page);
  } catch (error) {
    console.error(`${file}: ${error.message.split("\n")[0]}`);
    process.exitCode = 1;
  }
  await page.screenshot({ path: `${folder}/${file}`, animations: "disabled" });
  for (const violation of await violationsIn(page)) {
    console.error(`${file}: ${violation}`);
    process.exitCode = 1;
  }
  await page.close();
  return file;
}

try {
  for (const pass of shownPasses) {
    const { name, width, height, style, ...media } = pass;
    const context = await browser.newContext({ viewport: { width, height }, locale: "en-US", ...media });
    const pictures = [];
    for (const state of shownStates) pictures.push(await takePicture(context, state, pass));
    sheets.push({ name, width, pictures });
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}

const figure = (file) => `<figure><img src="${file}" alt="" loading="lazy"><figcaption>${file}</figcaption></figure>`;
const sections = sheets.map(({ name, width, pictures }) => {
  const columns = `repeat(auto-fill, minmax(${Math.min(width, 640)}px, 1fr))`;
  return `<h2>${name}</h2><div style="display:grid;gap:16px;grid-template-columns:${columns}">${pictures.map(figure).join("")}</div>`;
});
await writeFile(
  `${folder}/index.html`,
  `<!doctype html><meta charset="utf-8"><title>Screenshots</title>
<style>body{font:14px sans-serif;background:#888}figure{margin:0}img{max-width:100%}</style>${sections.join("\n")}`,
);
console.log(`${folder}/index.html`);
