/** `npm run bench:bombs [-- chromium,firefox]`: what rejecting bombs costs in each browser, as JSON and as a part of docs/robustness.md. */
import { writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { bombFolder, writeBombs } from "./bombs/files.mjs";
import { measureBombs } from "./bombs/measure.mjs";
import { bombSection, replaceBombSection } from "./bombs/section.mjs";
import { BROWSERS } from "./browsers/open-browser.mjs";
import { benchFolder, projectFolder } from "./cache.mjs";
import { OURS } from "./contestants/contestants.mjs";
import { SINGLES } from "./inputs/inputs.mjs";
import { makeInputs } from "./inputs/make-inputs.mjs";
import { readResults } from "./results.mjs";
import { forPage, startStage } from "./stage.mjs";

// Ended from outside: by way of "exit", so that browsers are ended, too.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

const ROUNDS = 3;
const PHOTOS = 4;

const browsers = process.argv[2]?.split(",") ?? BROWSERS;
const bombs = await writeBombs();
const [photo] = (await makeInputs([SINGLES["jpeg-12"]])).map(forPage);
const photos = Array.from({ length: PHOTOS }, (_, index) => ({ ...photo, file: `${index}-${photo.file}` }));
const control = { file: "control", url: "/bombs/control", mediaType: "image/jpeg" };
const stage = await startStage({
  modules: { [OURS]: `${projectFolder}dist/core.js` },
  built: { "/bombs/": bombFolder, "/bombs/control": () => "words", "/dist/": `${projectFolder}dist` },
});

const results = {};
for (const browserName of browsers) {
  for (let round = 0; round < ROUNDS; round++) {
    const browser = await stage.open(browserName);
    if (!browser) {
      console.error(`${browserName} is not installed here: not measured.`);
      break;
    }
    try {
      await browser.evaluate(async (who, url) => globalThis.bench.add(who, url), OURS, stage.urlOf(OURS));
      const files = bombs.map(({ file }) => ({ file, url: `/bombs/${file}`, mediaType: "image/jpeg" }));
      await browser.evaluate(async (inputs) => globalThis.bench.load(inputs), [...files, ...photos, control]);
      const measured = await measureBombs(browser, {
        endpointsUrl: "/dist/endpoints.js",
        bombs,
        photos: photos.map(({ file }) => file),
        control: control.file,
      });
      (results[browserName] ??= { version: browser.version, rounds: [] }).rounds.push(measured);
    } finally {
      await browser.close();
    }
  }
}
await stage.close();
const out = `${benchFolder}results/bombs.json`;
// Browsers that were not measured now keep what they had.
const earlier = (await readResults(out)).results;
const measured = {
  date: new Date().toISOString().slice(0, 10),
  cores: cpus().length,
  results: { ...earlier, ...results },
};
await writeFile(out, `${JSON.stringify(measured, undefined, 1)}\n`);
const section = bombSection(measured);
console.log(section);
await replaceBombSection(section);
