/**
 * How faithful what is sent is to the picture: `npm run bench:fidelity`. Every method's finished JPEG in every browser against
 * Lanczos3 in float64, Pillow's thumbnail beside it, and what an OCR program still reads. `--strict` ends with an error when
 * a mark is not reached; without it the figures are only printed.
 */
import { chromium } from "playwright";
import { finders } from "../browsers/finders.mjs";
import { collect } from "./collect.mjs";
import { colourFigures } from "./colours.mjs";
import { readCommandLine } from "./command-line.mjs";
import { gatherColours, gatherInputs } from "./inputs.mjs";
import { judgeBrowser } from "./judge-browser.mjs";
import { PEERS } from "./methods.mjs";
import { findPillow } from "./pillow.mjs";
import { printColours, printBrowser, printVerdicts } from "./report.mjs";
import { writeResults } from "./results.mjs";
import { rowOf } from "./row.mjs";
import { peersInstalled } from "./stage.mjs";
import { findTesseract } from "./tesseract.mjs";

const asked = readCommandLine(process.argv.slice(2));
const python = findPillow();
const tesseract = asked.reading ? findTesseract() : undefined;
const say = (line) => console.error(line);
if (!python) say("No Python with Pillow: nothing is judged against it.");
if (asked.reading && !tesseract) say("No tesseract: the screenshots are not read.");
if (asked.peers && !peersInstalled) say("No peers: install them with npm ci in test/bench.");

/** Playwright's browser itself, for it alone sets device pixels. */
async function withChromium(work) {
  const browser = await chromium.launch(await (await finders()).findChromium());
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

const { inputs, typical, skipped } = await withChromium((browser) => gatherInputs({ browser, wanted: asked.input }));
for (const { name, reason } of skipped) say(`Left out: ${name}, ${reason}.`);
const colourInputs = asked.colours ? await gatherColours(typical) : [];

// First every result, which are small; then one yardstick at a time, which are not.
const peers = asked.peers && peersInstalled ? PEERS : [];
const { versions, results } = await collect({ ...asked, peers, inputs, colourInputs, say });
const rows = [];
for (const input of inputs) {
  say(`Measuring ${input.name}`);
  rows.push(await rowOf(input, results.get(input), { python, canRead: tesseract !== undefined }));
}
const colours = [];
for (const input of colourInputs) colours.push(await colourFigures(input, results.get(input)));

const browsers = Object.keys(versions);
const verdicts = browsers.flatMap((browser) => judgeBrowser(browser, rows));
for (const browser of browsers) printBrowser(versions[browser], browser, rows);
if (colours.length > 0) printColours(colours, browsers);
printVerdicts(verdicts);
const { module, options, out } = asked;
say(`Written: ${await writeResults({ out, module, options, versions, tesseract, skipped, rows, colours, verdicts })}`);
if (asked.strict && verdicts.some(({ reached }) => !reached)) process.exitCode = 1;
