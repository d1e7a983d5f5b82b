/**
 * `npm run bench:readme`: writes docs/performance.md from the JSON, between its two comments; `-- --check` only
 * looks whether it is already so.
 */
import { readFile, writeFile } from "node:fs/promises";
import { projectFolder } from "../cache.mjs";
import { OURS, PEERS } from "../contestants/contestants.mjs";
import { SINGLES } from "../inputs/inputs.mjs";
import { readResults } from "../results.mjs";
import { median } from "../statistics.mjs";
import { resultsIn, medianOf, quotient, ratio } from "./figures.mjs";

const START = "<!-- bench: written by `npm run bench:readme` -->";
const END = "<!-- /bench -->";
const BROWSER_NAMES = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKitGTK" };

const row = (cells) => `| ${cells.join(" | ")} |`;
const table = ([head, ...rows]) =>
  [row(head), row(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(row)].join("\n");
const two = (value) => (value === undefined ? "–" : value.toFixed(2));
const whole = (value) => (value === undefined ? "–" : value.toFixed(0));

function browsersOf(all, part) {
  return Object.keys(BROWSER_NAMES).filter((browser) => resultsIn(all, part, browser));
}

/** Ours / theirs for the batch, then what both did to the page and to memory. */
function batchTable(all, browsers) {
  const peers = Object.keys(PEERS).filter((name) =>
    browsers.some((browser) => medianOf(resultsIn(all, "batch", browser), name)),
  );
  const batch = (browser) => resultsIn(all, "batch", browser);
  const growth = (browser, name) => medianOf(resultsIn(all, "memory", browser)?.batch, name, "growthMB");
  return table([
    ["20 photos of 8 to 16 MP at once", ...browsers.map((browser) => BROWSER_NAMES[browser])],
    ...peers.map((name) => [
      `our time / ${PEERS[name].label}`,
      ...browsers.map((browser) => two(ratio(batch(browser), name))),
    ]),
    ["our time, ms", ...browsers.map((browser) => whole(medianOf(batch(browser), OURS)))],
    [
      "longest gap on the page's thread, ms: ours",
      ...browsers.map((browser) => whole(medianOf(batch(browser), OURS, "gapMs"))),
    ],
    [
      "… browser-image-compression in its worker",
      ...browsers.map((browser) => whole(medianOf(batch(browser), "bic-worker", "gapMs"))),
    ],
    [
      "our growth of memory / browser-image-compression",
      ...browsers.map((browser) => two(quotient(growth(browser, OURS), growth(browser, "bic-worker")))),
    ],
    ["our growth of memory, MB", ...browsers.map((browser) => whole(growth(browser, OURS)))],
  ]);
}

const SHOWN = ["bic-worker", "compressorjs", "pica", "worker-canvas"];

function singlesTable(all, browser) {
  const results = resultsIn(all, "single", browser);
  const keys = Object.keys(SINGLES).filter((key) => medianOf(results[key], OURS) !== undefined);
  const shown = SHOWN.filter((name) => keys.some((key) => medianOf(results[key], name) !== undefined));
  return table([
    [`One file, ${BROWSER_NAMES[browser]}: our time /`, ...shown.map((name) => PEERS[name].label), "our time, ms"],
    ...keys.map((key) => [
      SINGLES[key].label,
      ...shown.map((name) => two(ratio(results[key], name))),
      whole(medianOf(results[key], OURS)),
    ]),
  ]);
}

function distance(all) {
  const results = resultsIn(all, "native", "chromium");
  if (!results?.single) return [];
  const single = median(results.single[OURS]) / median(results.single.nativeMs);
  const batch = (2 * median(results.batch[OURS])) / median(results.batch.nativeMs);
  return [
    `Distance to the possible, in Chromium: a native program of libjpeg-turbo (scaled decode, Lanczos3, encode; one thread) is the
yardstick. We take ${two(single)} of its time for one 12 MP photo, and ${two(batch)} of its ideal on two threads for the batch.`,
  ];
}

function caveats(all) {
  const { machine, photos } = all;
  const dates = Object.values(all.parts)
    .flatMap((browsers) => Object.values(browsers).map(({ date }) => date))
    .toSorted((one, other) => one.localeCompare(other));
  const [from, to] = [dates[0], dates.at(-1)];
  const versions = browsersOf(all, "batch")
    .map((browser) => all.parts.batch[browser].version)
    .join(", ");
  return `Measured ${from === to ? `on ${to}` : `from ${from} to ${to}`} by \`npm run bench\` on ${machine.cores} cores (${machine.cpu}), ${machine.memoryGB} GB, no GPU, ${machine.platform}: ${versions}.
Medians, competitors in turns in one page (gaps alone in a fresh one), file to base64; made of ${photos}, portraits of the twenty on
their side with EXIF 6 as phones store them. Below 1 we are quicker. What to know: WebKitGTK is
not Safari, two cores are not a phone, medians move by 5 to 10 % from run to run. All make the same size at quality 0.85, but not
the same picture: canvas and browser-image-compression resample more cheaply than we do. How much worse that looks is
another measurement, and one against exact Lanczos favours those who use Lanczos, as we do. wasm-vips needs a cross-origin isolated page.`;
}

function performanceSection(all) {
  const browsers = browsersOf(all, "batch");
  const blocks = [
    batchTable(all, browsers),
    ...browsersOf(all, "single").map((browser) => singlesTable(all, browser)),
    "![Bars: the batch in each browser](../test/bench/results/latest.svg)",
    ...distance(all),
    caveats(all),
  ];
  return `${START}\n\n${blocks.join("\n\n")}\n${END}`;
}

const [json = `${projectFolder}test/bench/results/latest.json`] = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith("--"));
const readmePath = `${projectFolder}docs/performance.md`;
const readme = await readFile(readmePath, "utf8");
const [from, to] = [readme.indexOf(START), readme.indexOf(END)];
if (from === -1 || to < from) throw new Error(`docs/performance.md lacks the comments ${START} and ${END}.`);
const written = readme.slice(0, from) + performanceSection(await readResults(json)) + readme.slice(to + END.length);
if (process.argv.includes("--check")) {
  if (written !== readme) throw new Error("docs/performance.md is not what the JSON says: run `npm run bench:readme`.");
} else await writeFile(readmePath, written);
