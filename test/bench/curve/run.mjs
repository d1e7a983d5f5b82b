/**
 * `npm run bench:curve`: how much people see of a lower JPEG quality and of a smaller size, by butteraugli and SSIMULACRA as Debian's
 * libjxl-devtools has them. Prints what `src/shared/quality-curve.ts` holds, but for WebP: that
 * table is by SSIMULACRA2, whose tool Debian does not have. Photos: PHOTO_FOLDER, or the folder beside the project.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { chromium } from "playwright";
import { finders } from "../browsers/finders.mjs";
import { projectFolder } from "../cache.mjs";
import { renderScreens } from "../presets/screens.mjs";

const PHOTOS = process.env.PHOTO_FOLDER ?? join(projectFolder, "../shared/photos");
const BOX = { width: 640, height: 480 };
const QUALITIES = [0.95, 0.9, 0.85, 0.8, 0.7, 0.6, 0.5];
const SCALES = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.25];
/** Every so many of the rendered screens: of each kind of page, light and dark, at each scale. */
const EVERY_SCREEN = 12;
/** Beside the JPEGs: which of them looks like a JPEG of 0.85. */
const WEBP_QUALITIES = [0.9, 0.85, 0.8, 0.75, 0.7, 0.6];

const folder = mkdtempSync(join(tmpdir(), "curve-"));

/** The distance that a tool prints first: 0 is the same picture. butteraugli's 3-norm is of the whole picture, not of its worst place. */
function distance(tool, original, other) {
  const run = spawnSync(tool, [original, other], { encoding: "utf8" });
  if (run.error) throw new Error(`Install Debian's libjxl-devtools: ${run.error.message}`);
  const printed = run.stdout + run.stderr;
  return Number((/3-norm: ([\d.]+)/.exec(printed) ?? /([\d.]+)/.exec(printed))[1]);
}

async function measure(name, file) {
  const original = join(folder, "original.png");
  const picture = sharp(file).rotate().flatten({ background: "#fff" });
  const { info, data } = await picture
    .resize({ ...BOX, fit: "inside" })
    .png()
    .toBuffer({ resolveWithObject: true });
  await sharp(data).toFile(original);
  const { width, height } = info;
  const compared = async (encoded, change) => {
    const other = join(folder, "other.png");
    // People see it at the size of the original.
    await sharp(encoded).resize(width, height, { fit: "fill" }).png({ compressionLevel: 1 }).toFile(other);
    const butteraugli = distance("butteraugli_main", original, other);
    return {
      name,
      type: "jpeg",
      ...change,
      bytes: encoded.length,
      butteraugli,
      ssimulacra: distance("ssimulacra_main", original, other),
    };
  };
  const rows = [];
  const jpeg = (from, quality) => from.jpeg({ quality: Math.round(quality * 100) }).toBuffer();
  for (const quality of QUALITIES) rows.push(await compared(await jpeg(sharp(data), quality), { quality, scale: 1 }));
  for (const quality of WEBP_QUALITIES) {
    const webp = await sharp(data)
      .webp({ quality: Math.round(quality * 100) })
      .toBuffer();
    rows.push(await compared(webp, { type: "webp", quality, scale: 1 }));
  }
  for (const scale of SCALES) {
    const smaller = sharp(data).resize({
      width: Math.round(width * scale),
      height: Math.round(height * scale),
      fit: "fill",
    });
    rows.push(await compared(await jpeg(smaller, 0.5), { quality: 0.5, scale }));
  }
  return rows;
}

const mean = (values) => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);

function table(rows) {
  const steps = [...new Set(rows.map(({ type, quality, scale }) => `${type} ${quality} ${scale}`))];
  return steps.map((step) => {
    const same = rows.filter(({ type, quality, scale }) => `${type} ${quality} ${scale}` === step);
    const at = same[0];
    const of = (figure) => Number(mean(same.map((row) => row[figure])).toFixed(4));
    const base = rows.filter(({ type, quality, scale }) => type === "jpeg" && quality === 0.85 && scale === 1);
    const bytes = mean(same.map((row) => row.bytes / base.find(({ name }) => name === row.name).bytes));
    return {
      type: at.type,
      quality: at.quality,
      scale: at.scale,
      bytes: bytes.toFixed(3),
      butteraugli: of("butteraugli"),
      ssimulacra: of("ssimulacra"),
    };
  });
}

try {
  const photos = readdirSync(PHOTOS)
    .filter((name) => /\.(jpg|png)$/.test(name))
    .map((name) => ({ name, file: join(PHOTOS, name) }));
  const browser = await chromium.launch(await (await finders()).findChromium());
  const screens = (await renderScreens(browser)).filter((_, at) => at % EVERY_SCREEN === 0);
  await browser.close();
  for (const [kind, all] of Object.entries({ photos, screens })) {
    const rows = [];
    for (const { name, screen = "", file } of all) rows.push(...(await measure(`${name} ${screen}`, file)));
    console.log(`${all.length} ${kind}; distances are geometric means`);
    console.table(table(rows));
  }
} finally {
  rmSync(folder, { recursive: true });
}
