/**
 * How much can be read of a page that was scrolled, 1170x7800, once it is made to fit and once it is cut: the table `tall` of docs/fitting.md.
 * Part of `npm run bench:presets`; alone: `node test/bench/presets/tall.mjs`, after a build.
 */
import { fileURLToPath } from "node:url";
import { findTesseract, meanAccuracy, readBlocks } from "../fidelity/tesseract.mjs";
import { BLOCKS } from "../fidelity/screenshot-text.mjs";
import { tallTable, writeTable } from "./report.mjs";
import { startStage } from "./stage.mjs";

/** CSS pixels, and device pixels for each. */
const PAGE = { width: 390, height: 2600, scale: 3 };
const SIZES_PX = [15, 14, 13];
/** Characters that fit on a line. */
const LINE = 40;
const WAYS = [{ tall: "fit" }, { tall: "fit", preset: "text" }, { tall: "split" }];

/** Prose in lines of about equal length. */
function linesOf(text) {
  return text.split(/\s+/).reduce(
    (lines, word) => {
      const longer = `${lines.at(-1)} ${word}`.trim();
      return longer.length > LINE ? [...lines, word] : [...lines.slice(0, -1), longer];
    },
    [""],
  );
}

/** `{ file, blocks }`: each line is a block, at fractions of the page. `browser` is Playwright's. */
async function takeTallPage(browser) {
  const { width, height, scale } = PAGE;
  const prose = [...new Set(BLOCKS.filter(({ mono }) => !mono).map(({ text }) => text))].flatMap(linesOf);
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
  await page.setContent(
    `<!doctype html><style>body { font-family: "DejaVu Sans"; margin: 16px; } p { margin: 0 0 60px; white-space: nowrap; }</style>`,
  );
  const blocks = await page.evaluate(
    ({ prose: lines, sizes, most }) => {
      const found = [];
      for (let at = 0; document.body.getBoundingClientRect().bottom < most - 60; at += 1) {
        const line = document.createElement("p");
        const size = sizes[at % sizes.length];
        line.style.cssText = `font-size: ${size}px; width: max-content`;
        line.textContent = lines[at % lines.length];
        document.body.append(line);
        found.push({ line, size });
      }
      return found.map(({ line, size }) => {
        const { left, top, right, bottom } = line.getBoundingClientRect();
        return { text: line.textContent, size, left, top, right, bottom };
      });
    },
    { prose, sizes: SIZES_PX, most: height },
  );
  const file = await page.screenshot();
  await page.close();
  return {
    file,
    blocks: blocks.map(({ left, right, top, bottom, ...block }) => ({
      ...block,
      left: left / width,
      right: Math.min(1, right / width),
      top: top / height,
      bottom: bottom / height,
    })),
  };
}

/** In the page. */
async function prepare({ options }) {
  const load = (name) => import(`/dist/${name}.js`);
  const [{ createImageQueue }, { anthropicMessages }] = await Promise.all([load("core"), load("endpoints")]);
  const file = new File([await (await fetch("/file/tall")).blob()], "page.png");
  const queue = createImageQueue({ endpoint: anthropicMessages, ...options });
  queue.add([file]);
  const { images, estimate } = await queue.whenReady();
  return {
    tokens: estimate.tokens.total,
    images: images.map(({ width, height, base64, source, changes }) => {
      const rows = changes.find(({ code }) => code === "piece")?.rows ?? { from: 0, to: source.height };
      return { width, height, base64, from: rows.from / source.height, to: rows.to / source.height };
    }),
  };
}

/** On a stage of `stage.mjs`. */
export async function measureTall({ renderer, files, page }) {
  const { file, blocks } = await takeTallPage(renderer);
  files.set("tall", file);
  const untouched = meanAccuracy(await readBlocks(file, blocks));
  const rows = [];
  for (const options of WAYS) {
    const { images, tokens } = await page.evaluate(prepare, { options });
    const read = [];
    for (const { base64, from, to } of images) {
      const inside = blocks.filter(({ top, bottom }) => top >= from && bottom <= to);
      const place = (at) => (at - from) / (to - from);
      const own = inside.map((block) => ({ ...block, top: place(block.top), bottom: place(block.bottom) }));
      read.push(
        ...(await readBlocks(Buffer.from(base64, "base64"), own)).map((one, at) => ({ ...one, block: inside[at] })),
      );
    }
    // A line in the overlap of two pieces is read twice; one that is cut is read in neither.
    const best = blocks.map((block) => {
      const found = read.filter((one) => one.block === block).map(({ accuracy }) => accuracy);
      return { accuracy: Math.max(0, ...found), characters: block.text.length };
    });
    rows.push({
      way: options.preset ? `${options.tall}, preset ${options.preset}` : options.tall,
      sent:
        images.length === 1
          ? `${images[0].width}x${images[0].height}`
          : `${images.length} pieces, ${images[0].width} wide`,
      read: meanAccuracy(best).toFixed(3),
      untouched: untouched.toFixed(3),
      kB: Math.round(images.reduce((sum, { base64 }) => sum + base64.length, 0) / 1000),
      tokens,
    });
  }
  console.table(rows);
  writeTable("tall", tallTable(rows));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!findTesseract()) throw new Error("Install Debian's tesseract-ocr to measure how much text can be read.");
  const stage = await startStage();
  try {
    await measureTall(stage);
  } finally {
    await stage.close();
  }
}
