/**
 * What each decoder takes: `npm run bench:decoders`. The built package in a page that Vite bundles, in each browser that is installed: the
 * first file of its kind, whose code has to be loaded, and the median of those after it, with the longest gap on the page's thread.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import sharp from "sharp";
import { build } from "vite";
import { dngOf } from "../../demo/samples/dng.mjs";
import { pdfOf, report } from "../../demo/samples/pages.mjs";
import { BROWSERS, openBrowser } from "./browsers/open-browser.mjs";
import { startServer } from "./browsers/static-server.mjs";
import { benchFolder, cacheFolder, projectFolder } from "./cache.mjs";
import { textTable } from "./report/text-table.mjs";
import { median } from "./statistics.mjs";

const TIMES = 6;
const photo = `${projectFolder}public/samples/lake-12mp.jpg`;
const inputs = cacheFolder("decoder-inputs");

/** A photo of 12 megapixels in each format; of a PDF an A4 page of text and lines at 200 dots an inch, alone and as one of ten. */
const FILES = {
  "photo.heic": () => {
    // heif-enc of Debian's libheif-examples writes tiles like a phone's only in newer versions.
    execFileSync("heif-enc", ["-q", "50", photo, "-o", `${inputs}/photo.heic`], { stdio: "ignore" });
    return readFileSync(`${inputs}/photo.heic`);
  },
  "photo.tiff": () => sharp(photo).tiff({ compression: "lzw", predictor: "horizontal" }).toBuffer(),
  "photo.dng": async () => {
    const thumbnail = await sharp(photo).resize(160).jpeg().toBuffer();
    return dngOf({ preview: readFileSync(photo), width: 4032, height: 3024, thumbnail, orientation: 1 });
  },
  "page.pdf": () => pdfOf(report.slice(0, 1)),
  "ten-pages.pdf": () => pdfOf(Array.from({ length: 10 }, (_, at) => report[at % report.length])),
};

for (const [name, make] of Object.entries(FILES))
  if (!existsSync(`${inputs}/${name}`))
    try {
      writeFileSync(`${inputs}/${name}`, await make());
    } catch (cause) {
      console.log(`${name} is left out: ${cause.message}`);
    }

const outDir = cacheFolder("decoders-app");
await build({
  configFile: false,
  root: benchFolder,
  logLevel: "error",
  publicDir: false,
  resolve: { alias: [{ find: /^vision-dropzone\/(\w+)$/, replacement: `${projectFolder}dist/$1.js` }] },
  worker: { format: "es" },
  base: "/app/",
  build: {
    outDir,
    emptyOutDir: true,
    target: "es2022",
    modulePreload: false,
    rolldownOptions: { input: `${benchFolder}decoders-app/main.mjs`, output: { entryFileNames: "main.js" } },
  },
});
const page =
  '<!doctype html><meta charset="utf-8"><title>decoders</title><script type="module" src="/app/main.js"></script>';
const server = await startServer({ "/app/": outDir, "/inputs/": inputs, "/page.html": () => page });
const rows = [["file, browser", "first ms", "then ms", "gap ms, first", "gap ms, then", "images"]];
const wanted = process.argv.slice(2);
for (const browserName of BROWSERS.filter((name) => wanted.length === 0 || wanted.includes(name))) {
  const browser = await openBrowser(browserName);
  if (!browser) continue;
  for (const name of Object.keys(FILES).filter((file) => existsSync(`${inputs}/${file}`))) {
    await browser.goto(`${server.origin}/page.html`);
    const [first, ...later] = await browser.evaluate(
      async (file, times) => {
        while (!globalThis.decoders) await new Promise((resolve) => void setTimeout(resolve, 20));
        return globalThis.decoders.run(file, times);
      },
      name,
      TIMES,
    );
    const ms = (value) => value.toFixed(0);
    const figures = [first.ms, median(later.map((run) => run.ms)), first.gapMs, median(later.map((run) => run.gapMs))];
    rows.push([
      `${name}, ${browser.version}`,
      ...figures.map(ms),
      first.said[0] ?? `${first.sides.length} of ${first.sides[0]}`,
    ]);
    if (process.env.RUNS)
      console.log(
        name,
        browserName,
        JSON.stringify([first, ...later].map(({ ms: all, gapMs, gapAt }) => [all, gapMs, gapAt].map(Math.round))),
      );
  }
  await browser.close();
}
await server.close();
console.log(textTable(rows));
