/**
 * Pictures that had no part in choosing the thresholds of `preset: "auto"`: screens with other pages, themes, fonts and sizes, and other
 * photos, and other parts of photos. `node test/bench/presets/held-out.mjs` prints how they are told, without building anything.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { chromium } from "playwright";
import { runnerImport } from "vite";
import { finders } from "../browsers/finders.mjs";
import { projectFolder } from "../cache.mjs";

const PHOTOS = process.env.PHOTO_FOLDER ?? join(projectFolder, "../shared/photos");
const CORPUS = process.env.CORPUS_FOLDER ?? join(projectFolder, "../shared/corpus");
/** Those of the corpus that show a scene, by a camera. */
const CORPUS_PHOTOS = [
  "jpeg/mpo_named_frozenpond.JPG",
  "jpeg/mpo_sugarshack.mpo",
  "jpeg/restart_gps_FurnaceCreekInn.jpg",
  "jpeg/ultrahdr_gainmap_1512x2688.jpg",
  "jpeg/baseline_testorig.jpg",
];
const PARTS = [
  [0.25, 0.25, 0.5],
  [0.2, 0, 0.33],
  [0.6, 0.2, 0.3],
  [0, 0.6, 0.35],
  [0.65, 0.65, 0.3],
  [0.4, 0.1, 0.2],
];
const BOX = { width: 1280, height: 960 };

const SCREENS = [
  { name: "laptop 1x", width: 1366, height: 768, scale: 1 },
  { name: "laptop 2x", width: 2560, height: 1600, scale: 2 },
  { name: "tablet 2x", width: 1640, height: 2360, scale: 2 },
];

const TEXT =
  "Deliveries to the harbour warehouse start at six; whoever signs for crates 14 to 27 checks their seals, weighs each pallet and writes the figure beside its number before the ferry leaves again".split(
    " ",
  );
const say = (count, from) =>
  Array.from({ length: count }, (_, at) => TEXT[(at * 5 + from * 11) % TEXT.length]).join(" ");
const many = (count, make) => Array.from({ length: count }, (_, at) => make(at)).join("");
/** The same for the same seed. */
const noise = (seed) => {
  const value = Math.sin(seed * 12.9898) * 43758.5453;
  return value - Math.floor(value);
};

const PAGES = {
  editor: (seed) =>
    `<div class="cols"><aside>${many(22, (at) => `<div>${say(1, seed + at)}.rs</div>`)}</aside><pre>${many(52, (at) => `<i>${String(at + 1).padStart(3)}</i> ${" ".repeat((at % 4) * 2)}<b>fn</b> ${say(1, at)}_${at}(<u>&amp;self</u>, n: <em>u${8 << (at % 4)}</em>) -> <u>Result</u> { <s>// ${say(4, seed + at)}</s>\n`)}</pre></div>`,
  map: (seed) =>
    `<svg viewBox="0 0 1200 800" width="100%"><rect width="1200" height="800" fill="#e8e4d8"/>${many(9, (at) => `<path d="M${noise(seed + at) * 1200} ${noise(at * 3) * 800}q200 ${noise(at) * 300} 320 60t180 260z" fill="${at % 2 ? "#b9d8a8" : "#a5c8e6"}"/>`)}${many(34, (at) => `<path d="M${noise(at * 7 + seed) * 1200} 0L${noise(at * 5 + seed) * 1200} 800M0 ${noise(at) * 800}L1200 ${noise(at + 2) * 800}" stroke="${at % 5 ? "#fff" : "#f5c86b"}" stroke-width="${at % 5 ? 4 : 9}"/>`)}${many(46, (at) => `<text x="${noise(at + seed) * 1150}" y="${noise(at * 2 + 1) * 790}" font-size="13" fill="#444">${say(2, seed + at)}</text>`)}</svg>`,
  lines: (seed) =>
    `<h3>${say(4, seed)}</h3><svg viewBox="0 0 900 460" width="100%">${many(10, (at) => `<line x1="40" x2="900" y1="${at * 45 + 20}" y2="${at * 45 + 20}" stroke="#8884"/><text x="4" y="${at * 45 + 24}" font-size="11" fill="currentColor">${(10 - at) * 120}</text>`)}${many(4, (line) => `<polyline fill="none" stroke="hsl(${line * 80 + seed * 9} 70% 50%)" stroke-width="2" points="${many(60, (at) => `${40 + at * 14},${230 + 150 * Math.sin(at / (5 + line) + line) - noise(at + line * 40) * 40} `)}"/>`)}</svg><p>${say(46, seed)}</p>`,
  heatmap: (seed) =>
    `<h3>${say(5, seed)}</h3><table class="heat">${many(18, (row) => `<tr><th>${say(1, row)}</th>${many(24, (column) => `<td style="background:hsl(${220 - noise(row * 31 + column + seed) * 220} 75% 50%)">${Math.round(noise(row + column * 7) * 99)}</td>`)}</tr>`)}</table><p>${say(30, seed)}</p>`,
  sheet: (seed) =>
    `<table class="sheet">${many(40, (row) => `<tr><th>${row + 1}</th>${many(9, (column) => `<td>${column % 3 ? (noise(row * 9 + column + seed) * 9000).toFixed(2) : say(2, row + column)}</td>`)}</tr>`)}</table>`,
  mail: (seed) =>
    `<div class="cols"><aside>${many(13, (at) => `<p><strong>${say(2, seed + at)}</strong><br>${say(8, at)}</p>`)}</aside><main><h2>${say(6, seed)}</h2>${many(6, (at) => `<p>${say(50, seed + at)}</p>`)}</main></div>`,
  calendar: (seed) =>
    `<div class="month">${many(35, (at) => `<div><b>${at + 1}</b>${many(Math.floor(noise(at + seed) * 4), (event) => `<span style="background:hsl(${event * 90 + at * 13} 60% 45%)">${say(3, at + event)}</span>`)}</div>`)}</div>`,
  shop: (seed) =>
    `<div class="cards">${many(9, (at) => `<div><span style="background:radial-gradient(circle at 30% 30%,hsl(${at * 40 + seed} 60% 75%),hsl(${at * 40} 50% 30%))"></span><b>${say(3, seed + at)}</b><p>${say(12, at)}</p><em>${(noise(at) * 90).toFixed(2)} EUR</em></div>`)}</div>`,
  login: (seed) =>
    `<div class="login" style="background:linear-gradient(120deg,hsl(${seed * 31} 60% 45%),hsl(${seed * 31 + 70} 60% 60%))"><form><h2>${say(4, seed)}</h2>${many(4, (at) => `<label>${say(2, at)}<input value="${say(2, seed + at)}"></label>`)}<button>${say(2, seed)}</button><p>${say(24, seed)}</p></form></div>`,
  paper: (seed) =>
    `<div class="paper"><h2>${seed}. ${say(5, seed)}</h2>${many(8, (at) => `<p>${say(64, seed + at)}</p>`)}</div>`,
  chatting: (seed) =>
    many(
      11,
      (at) =>
        `<div class="line"><span style="background:hsl(${at * 47} 50% 55%)"></span><div><b>${say(2, at)}</b> <i>11:${10 + at}</i><br>${say(8 + ((at * 7) % 26), seed + at)}</div></div>`,
    ),
  wiki: (seed) =>
    `<h1>${say(3, seed)}</h1><table class="box">${many(7, (at) => `<tr><th>${say(1, at)}</th><td>${say(4, seed + at)}</td></tr>`)}</table>${many(7, (at) => `<h3>${say(3, at)}</h3><p>${say(58, seed + at)} <u>${say(3, at)}</u></p>`)}`,
};

const THEMES = [
  { name: "solarized", back: "#fdf6e3", text: "#586e75", font: "Liberation Sans" },
  { name: "monokai", back: "#272822", text: "#f8f8f2", font: "DejaVu Sans" },
  { name: "paper", back: "#fafafa", text: "#202020", font: "Liberation Serif" },
  { name: "dim", back: "#15202b", text: "#d9d9d9", font: "Liberation Sans" },
];

const style = ({ back, text, font }, size) => `
  * { box-sizing: border-box; margin: 0; } body { font: ${size}px/1.5 "${font}"; background: ${back}; color: ${text}; padding: 16px; }
  pre { font-family: "Liberation Mono"; } i { color: #888; font-style: normal; } b { color: #c678dd; } u { color: #268bd2; text-decoration: none; } s { color: #7a8a7a; text-decoration: none; } em { color: #d08770; font-style: normal; }
  p, h1, h2, h3 { margin: 0 0 10px; } .cols { display: grid; grid-template-columns: 24% 1fr; gap: 16px; } aside { border-right: 1px solid #8886; padding-right: 8px; overflow: hidden; }
  table { border-collapse: collapse; } .sheet { width: 100%; } .sheet td, .sheet th { border: 1px solid #8885; padding: 2px 6px; } .heat td { padding: 6px; color: #fff; }
  .month { display: grid; grid-template-columns: repeat(7, 1fr); } .month > div { border: 1px solid #8886; min-height: 110px; padding: 4px; } .month span { display: block; color: #fff; border-radius: 3px; padding: 1px 4px; margin-top: 2px; overflow: hidden; white-space: nowrap; }
  .cards { display: grid; grid-template-columns: repeat(3, 1fr); gap: 18px; } .cards span { display: block; height: 150px; } .login { min-height: 92vh; display: grid; place-items: center; } form { background: #fff; color: #222; padding: 28px; width: 420px; } label, input { display: block; width: 100%; } input { padding: 7px; margin-bottom: 10px; font: inherit; }
  .paper { background: #efece2; color: #2c2a26; font-family: "Liberation Serif"; padding: 48px; } .line { display: flex; gap: 10px; margin-bottom: 10px; } .line span { flex: none; width: 34px; height: 34px; border-radius: 50%; } .box { float: right; border: 1px solid #8888; margin: 0 0 10px 14px; } .box td, .box th { padding: 4px 8px; text-align: left; }`;

/** As a flatbed scanner and its JPEG leave it: a little turned, unsharp, with grain. */
async function scanned(png) {
  const { width, height } = await sharp(png).metadata();
  const grain = await sharp({
    create: { width, height, channels: 3, background: "#808080", noise: { type: "gaussian", mean: 128, sigma: 5 } },
  })
    .png({ compressionLevel: 1 })
    .toBuffer();
  const unsharp = await sharp(png).rotate(0.4, { background: "#efece2" }).resize(width, height).blur(0.6).toBuffer();
  return sharp(unsharp)
    .composite([{ input: grain, blend: "soft-light" }])
    .jpeg({ quality: 82 })
    .toBuffer();
}

/** `{ name, file }`. `browser` is Playwright's. */
async function heldOutScreens(browser) {
  const taken = [];
  for (const [at, [kind, body]] of Object.entries(PAGES).entries()) {
    for (const [index, { name, width, height, scale }] of SCREENS.entries()) {
      for (const turn of [0, 1]) {
        const theme = THEMES[(at + index + turn * 2 + turn) % THEMES.length];
        const viewport = { width: Math.round(width / scale), height: Math.round(height / scale) };
        const page = await browser.newPage({ viewport, deviceScaleFactor: scale });
        const css = style(theme, 12 + ((at + index * 2 + turn) % 4));
        await page.setContent(
          `<!doctype html><meta charset="utf-8"><style>${css}</style>${body(at * 5 + index + turn * 40)}`,
        );
        const png = await page.screenshot();
        await page.close();
        const file = kind === "paper" && turn === 1 ? await scanned(png) : png;
        taken.push({ name: `${kind}, ${theme.name}, ${name}`, file });
      }
    }
  }
  return taken;
}

/** `{ name, file }`: other parts of the photos, the photos in grey, and those of the corpus. */
async function heldOutPhotos() {
  const files = [];
  const names = readdirSync(PHOTOS).filter((name) => /\.(jpg|png)$/.test(name));
  for (const name of names) {
    const whole = readFileSync(join(PHOTOS, name));
    const { width, height } = await sharp(whole).metadata();
    for (const [left, top, side] of PARTS) {
      const area = { left: Math.floor(left * width), top: Math.floor(top * height) };
      const part = sharp(whole).extract({
        ...area,
        width: Math.floor(side * width),
        height: Math.floor(side * height),
      });
      files.push({ name: `${name} ${left},${top}`, file: await part.jpeg({ quality: 88 }).toBuffer() });
    }
    files.push({
      name: `${name} in grey`,
      file: await sharp(whole).rotate().greyscale().resize(2400).jpeg().toBuffer(),
    });
  }
  for (const name of CORPUS_PHOTOS) {
    const path = join(CORPUS, name);
    if (existsSync(path)) files.push({ name, file: readFileSync(path) });
  }
  return files;
}

/** How they are told, as a confusion matrix, and which are told wrong. */
async function judgeHeldOut(browser) {
  const source = fileURLToPath(new URL("../../../src/pixels/looks-like-screen.ts", import.meta.url));
  const { looksLikeScreen } = (await runnerImport(source, { configFile: false, logLevel: "error" })).module;
  const matrix = { photo: { "told photo": 0, "told screen": 0 }, screen: { "told photo": 0, "told screen": 0 } };
  const wrong = [];
  for (const [kind, all] of Object.entries({ photo: await heldOutPhotos(), screen: await heldOutScreens(browser) })) {
    for (const { name, file } of all) {
      const small = sharp(file, { failOn: "none" })
        .rotate()
        .resize({ ...BOX, fit: "inside", withoutEnlargement: true });
      const { data, info } = await small
        .toColourspace("srgb")
        .ensureAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const told = looksLikeScreen({ pixels: data, width: info.width, height: info.height }) ? "screen" : "photo";
      matrix[kind][`told ${told}`] += 1;
      if (told !== kind) wrong.push(`${kind}: ${name}`);
    }
  }
  const count = Object.values(matrix).reduce((sum, row) => sum + row["told photo"] + row["told screen"], 0);
  return { matrix, wrong, share: 1 - wrong.length / count };
}

/** Prints what `judgeHeldOut` found. */
export async function printHeldOut(browser) {
  const { matrix, wrong, share } = await judgeHeldOut(browser);
  console.log("Pictures that had no part in choosing the thresholds:");
  console.table(matrix);
  console.log(`auto is right for ${(100 * share).toFixed(1)} %.`, ...wrong);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const browser = await chromium.launch(await (await finders()).findChromium());
  await printHeldOut(browser);
  await browser.close();
}
