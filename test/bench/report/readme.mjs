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
import { engineResults, medianOf, quotient, ratio } from "./figures.mjs";

const START = "<!-- bench: written by `npm run bench:readme` -->";
const END = "<!-- /bench -->";
const ENGINE_NAMES = { chromium: "Chromium", firefox: "Firefox", webkit: "WebKitGTK" };

const row = (cells) => `| ${cells.join(" | ")} |`;
const table = ([head, ...rows]) =>
  [row(head), row(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(row)].join("\n");
const two = (value) => (value === undefined ? "–" : value.toFixed(2));
const whole = (value) => (value === undefined ? "–" : value.toFixed(0));

function enginesOf(all, part) {
  return Object.keys(ENGINE_NAMES).filter((engine) => engineResults(all, part, engine));
}

/** Ours / theirs for the batch, then what both did to the page and to memory. */
function batchTable(all, engines) {
  const peers = Object.keys(PEERS).filter((name) =>
    engines.some((engine) => medianOf(engineResults(all, "batch", engine), name)),
  );
  const batch = (engine) => engineResults(all, "batch", engine);
  const growth = (engine, name) => medianOf(engineResults(all, "memory", engine)?.batch, name, "growthMB");
  return table([
    ["20 photos of 8 to 16 MP at once", ...engines.map((engine) => ENGINE_NAMES[engine])],
    ...peers.map((name) => [
      `our time / ${PEERS[name].label}`,
      ...engines.map((engine) => two(ratio(batch(engine), name))),
    ]),
    ["our time, ms", ...engines.map((engine) => whole(medianOf(batch(engine), OURS)))],
    [
      "longest gap on the page's thread, ms: ours",
      ...engines.map((engine) => whole(medianOf(batch(engine), OURS, "gapMs"))),
    ],
    [
      "… browser-image-compression in its worker",
      ...engines.map((engine) => whole(medianOf(batch(engine), "bic-worker", "gapMs"))),
    ],
    [
      "our growth of memory / browser-image-compression",
      ...engines.map((engine) => two(quotient(growth(engine, OURS), growth(engine, "bic-worker")))),
    ],
    ["our growth of memory, MB", ...engines.map((engine) => whole(growth(engine, OURS)))],
  ]);
}

const SHOWN = ["bic-worker", "compressorjs", "pica", "worker-canvas"];

function singlesTable(all, engine) {
  const results = engineResults(all, "single", engine);
  const keys = Object.keys(SINGLES).filter((key) => medianOf(results[key], OURS) !== undefined);
  const shown = SHOWN.filter((name) => keys.some((key) => medianOf(results[key], name) !== undefined));
  return table([
    [`One file, ${ENGINE_NAMES[engine]}: our time /`, ...shown.map((name) => PEERS[name].label), "our time, ms"],
    ...keys.map((key) => [
      SINGLES[key].label,
      ...shown.map((name) => two(ratio(results[key], name))),
      whole(medianOf(results[key], OURS)),
    ]),
  ]);
}

function distance(all) {
  const results = engineResults(all, "native", "chromium");
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
    .flatMap((engines) => Object.values(engines).map(({ date }) => date))
    .toSorted((one, other) => one.localeCompare(other));
  const [from, to] = [dates[0], dates.at(-1)];
  const versions = enginesOf(all, "batch")
    .map((engine) => all.parts.batch[engine].version)
    .join(", ");
  return `Measured ${from === to ? `on ${to}` : `from ${from} to ${to}`} by \`npm run bench\` on ${machine.cores} cores (${machine.cpu}), ${machine.memoryGB} GB, no GPU, ${machine.platform}: ${versions}.
Medians, competitors in turns in one page (gaps alone in a fresh one), file to base64; made of ${photos}, portraits of the twenty on
their side with EXIF 6 as phones store them. Below 1 we are quicker. What to know: WebKitGTK is
not Safari, two cores are not a phone, medians move by 5 to 10 % from run to run. All make the same size at quality 0.85, but not
the same picture: canvas and browser-image-compression resample more cheaply than we do. How much worse that looks is
another measurement, and one against exact Lanczos favours those who use Lanczos, as we do. wasm-vips needs a cross-origin isolated page.`;
}

function performanceSection(all) {
  const engines = enginesOf(all, "batch");
  const blocks = [
    batchTable(all, engines),
    ...enginesOf(all, "single").map((engine) => singlesTable(all, engine)),
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
