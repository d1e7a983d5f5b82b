/**
 * `npm run bench:presets`: whether `preset: "auto"` tells screens from photos, and how much of small text can still be read after each
 * preset. Writes the tables of docs/fitting.md. Photos are taken from the folder given by PHOTO_FOLDER or beside the project, whole and in parts; screenshots are rendered here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { projectFolder } from "../cache.mjs";
import { findTesseract, meanAccuracy, readBlocks } from "../fidelity/tesseract.mjs";
import { takeScreenshots } from "../fidelity/screenshots.mjs";
import { printHeldOut } from "./held-out.mjs";
import { confusionTable, legibilityTable, writeTable } from "./report.mjs";
import { renderScreens } from "./screens.mjs";
import { startStage } from "./stage.mjs";
import { measureTall } from "./tall.mjs";

const PHOTOS = process.env.PHOTO_FOLDER ?? join(projectFolder, "../shared/photos");
/** Left, top and side as fractions: parts of photos, which have less in them than the whole. */
const PARTS = [
  [0, 0, 0.5],
  [0.5, 0, 0.5],
  [0, 0.5, 0.5],
  [0.5, 0.5, 0.5],
  [0.3, 0.3, 0.4],
  [0.1, 0.4, 0.25],
];
const PRESETS = ["photo", "auto", "text"];
const ENDPOINTS = ["anthropicMessages", "openaiResponses", "gemini"];
/** CSS pixels of the text whose reading counts. */
const SIZES = { least: 11, most: 15 };

async function photoFiles() {
  const samples = join(projectFolder, "public/samples");
  const found = (folder, ending) =>
    readdirSync(folder)
      .filter((name) => ending.test(name))
      .map((name) => join(folder, name));
  const paths = [...found(PHOTOS, /\.(jpg|png)$/), ...found(samples, /\.jpg$/)];
  const files = [];
  for (const path of paths) {
    const whole = readFileSync(path);
    files.push({ name: path, file: whole });
    const { width, height } = await sharp(whole).metadata();
    for (const [left, top, side] of PARTS) {
      const size = { width: Math.floor(side * width), height: Math.floor(side * height) };
      const part = sharp(whole).extract({ left: Math.floor(left * width), top: Math.floor(top * height), ...size });
      files.push({ name: `${path} ${left},${top}`, file: await part.jpeg({ quality: 92 }).toBuffer() });
    }
  }
  return files;
}

/** In the page. `{ width, height, bytes, mediaType, base64, tokens }` */
async function prepare({ url, preset, endpoint }) {
  const load = (name) => import(`/dist/${name}.js`);
  const [{ prepareImage, estimateTokens }, endpoints] = await Promise.all([load("core"), load("endpoints")]);
  const file = await (await fetch(url)).blob();
  const options = { endpoint: endpoints[endpoint], preset };
  const image = await prepareImage(file, options);
  const { width, height, base64, mediaType } = image;
  const tokens = endpoints[endpoint].tokenModel ? estimateTokens([image], endpoints[endpoint].tokenModel).total : NaN;
  return { width, height, base64, mediaType, tokens };
}

const stage = await startStage();
const { files, page, renderer } = stage;
const run = async (name, file, preset, endpoint) => {
  files.set(name, file);
  return page.evaluate(prepare, { url: `/file/${name}`, preset, endpoint });
};

try {
  const screens = await renderScreens(renderer);
  const photos = await photoFiles();
  const matrix = { photo: { "told photo": 0, "told screen": 0 }, screen: { "told photo": 0, "told screen": 0 } };
  const wrong = [];
  for (const [kind, all] of Object.entries({ photo: photos, screen: screens })) {
    for (const [at, { name, screen = "", file }] of all.entries()) {
      const url = `${kind}-${at}`;
      const [auto, plain] = [await run(url, file, "auto", ENDPOINTS[0]), await run(url, file, "photo", ENDPOINTS[0])];
      files.delete(url);
      const isScreen = auto.width > plain.width || auto.height > plain.height;
      matrix[kind][isScreen ? "told screen" : "told photo"] += 1;
      if (isScreen !== (kind === "screen")) wrong.push(`${kind}: ${name} ${screen}`);
    }
  }
  console.table(matrix);
  const right = matrix.photo["told photo"] + matrix.screen["told screen"];
  console.log(`auto is right for ${((100 * right) / (photos.length + screens.length)).toFixed(1)} %.`, ...wrong);

  writeTable("auto", confusionTable(matrix));

  await printHeldOut(renderer);

  if (!findTesseract()) throw new Error("Install Debian's tesseract-ocr to measure how much text can be read.");
  const rows = [];
  for (const { name, file, blocks } of await takeScreenshots(renderer)) {
    const read = blocks.filter(({ size }) => size >= SIZES.least && size <= SIZES.most);
    const untouched = meanAccuracy(await readBlocks(file, read));
    for (const endpoint of ENDPOINTS) {
      for (const preset of PRESETS) {
        const { width, height, base64, mediaType, tokens } = await run("screen", file, preset, endpoint);
        const accuracy = meanAccuracy(await readBlocks(Buffer.from(base64, "base64"), read));
        rows.push({
          screen: name,
          endpoint,
          preset,
          size: `${width}x${height}`,
          type: mediaType.slice(6),
          "kB as base64": Math.round(base64.length / 1000),
          tokens,
          read: accuracy.toFixed(3),
          "original reads": untouched.toFixed(3),
        });
      }
    }
  }
  console.table(rows);
  writeTable("legibility", legibilityTable(rows));

  await measureTall(stage);
} finally {
  await stage.close();
}
