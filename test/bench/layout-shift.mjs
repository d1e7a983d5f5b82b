/**
 * What a person sees first of twenty files that are dropped on the demo: `npm run bench:first-sight`. When the first thumbnail is there,
 * and how much the page jumps, at the widths of a desktop and a phone, in Chromium: for camera photos, for photos without a small picture
 * in them, and for screenshots. Fails where it jumps too much. `npm run bench:first-sight -- screenshots` takes those alone.
 */
import { existsSync } from "node:fs";
import { copyFile, readFile, writeFile } from "node:fs/promises";
import { chromium } from "playwright";
import { finders } from "./browsers/finders.mjs";
import { cacheFolder, projectFolder } from "./cache.mjs";
import { BATCH } from "./inputs/inputs.mjs";
import { inputFolder, makeInputs } from "./inputs/make-inputs.mjs";
import { withThumbnail } from "./inputs/with-thumbnail.mjs";
import { textTable } from "./report/text-table.mjs";
import { serveDemo } from "./serve-demo.mjs";

const VIEWPORTS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];
/** "Good", as https://web.dev/articles/cls has it. */
const MOST_SHIFT = 0.1;
/** From a drag's arrival over the page to the drop. */
const DRAG_MS = 500;

async function cameraFiles() {
  const folder = cacheFolder("camera");
  const paths = [];
  for (const { file } of await makeInputs(BATCH)) {
    const path = `${folder}/${file}`;
    if (!existsSync(path)) await writeFile(path, await withThumbnail(await readFile(`${inputFolder}/${file}`)));
    paths.push(path);
  }
  return paths;
}

const strippedFiles = async () => (await makeInputs(BATCH)).map(({ file }) => `${inputFolder}/${file}`);

/** Of a phone: 1179 x 2556 pixels, PNG. */
async function screenshots() {
  const folder = cacheFolder("screenshots-batch");
  const paths = BATCH.map((_, index) => `${folder}/screenshot-${index + 1}.png`);
  for (const path of paths)
    if (!existsSync(path)) await copyFile(`${projectFolder}public/samples/screenshot-small-text.png`, path);
  return paths;
}

const KINDS = { camera: cameraFiles, stripped: strippedFiles, screenshots };

/** In the page. Resolves when all images are ready. */
async function dropAndWatch(dragMs) {
  const input = document.querySelector("#bench-files");
  const dataTransfer = new DataTransfer();
  for (const file of input.files) dataTransfer.items.add(file);
  const count = input.files.length;
  input.remove();
  const target = document.querySelector("[data-vd-root] main");
  const send = (type) =>
    target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer, composed: true }));
  const shifts = [];
  const observer = new PerformanceObserver((list) => shifts.push(...list.getEntries()));
  send("dragenter");
  send("dragover");
  await new Promise((resolve) => setTimeout(resolve, dragMs));
  observer.observe({ type: "layout-shift" });
  send("drop");
  const startedAt = performance.now();
  const seen = { first: undefined, all: undefined, ready: undefined, before: 0 };
  const sinceDrop = () => Math.round(performance.now() - startedAt);
  await new Promise((resolve) => {
    const look = () => {
      const pictures = [...document.querySelectorAll("[data-vd-item] [data-vd-thumbnail] img")];
      const shown = pictures.filter(({ complete, naturalWidth }) => complete && naturalWidth > 0).length;
      const ready = document.querySelectorAll('[data-vd-item][data-status="ready"]').length;
      if (shown > 0) seen.first ??= sinceDrop();
      if (shown === count) seen.all ??= sinceDrop();
      if (ready > 0) seen.ready ??= sinceDrop();
      else seen.before = shown;
      if (ready === count) resolve();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const settledMs = sinceDrop();
  await new Promise((resolve) => setTimeout(resolve, 500));
  shifts.push(...observer.takeRecords());
  return { ...seen, settledMs, shifts: shifts.map(({ value, startTime }) => ({ value, startTime })) };
}

/** The largest sum of shifts that follow each other within a second, over five at most: CLS as browsers report it. */
function layoutShift(shifts) {
  let most = 0;
  let sum = 0;
  let from = -Infinity;
  let last = -Infinity;
  for (const { value, startTime } of shifts) {
    if (startTime - last > 1_000 || startTime - from > 5_000) {
      sum = 0;
      from = startTime;
    }
    sum += value;
    last = startTime;
    most = Math.max(most, sum);
  }
  return most;
}

const wanted = process.argv.slice(2);
const kinds = Object.entries(KINDS).filter(([kind]) => wanted.length === 0 || wanted.includes(kind));
const server = await serveDemo();
const browser = await chromium.launch(await (await finders()).findChromium());
const rows = [];
try {
  for (const [kind, make] of kinds) {
    const files = await make();
    for (const viewport of VIEWPORTS) {
      const page = await browser.newPage({ viewport });
      page.on("pageerror", (error) => console.error("page error", error.message));
      await page.goto(server.url, { waitUntil: "networkidle" });
      await page.evaluate(() => {
        const input = Object.assign(document.createElement("input"), {
          type: "file",
          multiple: true,
          id: "bench-files",
        });
        input.hidden = true;
        document.body.append(input);
      });
      await page.locator("#bench-files").setInputFiles(files);
      const seen = await page.evaluate(dropAndWatch, DRAG_MS);
      rows.push({ kind, count: files.length, ...viewport, ...seen, shift: layoutShift(seen.shifts) });
      await page.close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}
const milliseconds = (ms) => (ms === undefined ? "never" : `${ms} ms`);
console.log(
  textTable([
    [
      "files",
      "width",
      "first thumbnail",
      "all thumbnails",
      "first image ready",
      "seen before it",
      "all ready",
      "layout shift",
    ],
    ...rows.map(({ kind, count, width, first, all, ready, before, settledMs, shift }) => [
      kind,
      `${width}`,
      milliseconds(first),
      milliseconds(all),
      milliseconds(ready),
      `${before} of ${count}`,
      milliseconds(settledMs),
      shift.toFixed(3),
    ]),
  ]),
);
if (rows.some(({ shift }) => shift > MOST_SHIFT)) {
  console.error(`The page jumps: more than ${MOST_SHIFT}.`);
  process.exitCode = 1;
}
