/**
 * Measures the built package beside its peers: `npm run bench`, see `--help`. Prints a table, writes JSON and a chart. What
 * it finds slow it says; it fails only where something is wrong.
 */
import { writeFile } from "node:fs/promises";
import { HELP, readCommandLine } from "./command-line.mjs";
import { projectFolder } from "./cache.mjs";
import { buildContestants } from "./contestants/build.mjs";
import { OURS, PEERS } from "./contestants/contestants.mjs";
import { buildListApp, LIST_PAGE } from "./list-app/build.mjs";
import { PARTS } from "./parts/parts.mjs";
import { quickLook } from "./quick.mjs";
import { drawChart } from "./report/chart.mjs";
import { printReport } from "./report/print.mjs";
import { mergeResults, readResults } from "./results.mjs";
import { startStage } from "./stage.mjs";

// Ended from outside: by way of "exit", so that browsers are ended, too.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

const options = readCommandLine(process.argv.slice(2), Object.keys(PARTS));
if (options.help) {
  console.log(HELP.replace("PARTS", Object.keys(PARTS).join(", ")));
  process.exit();
}

const modules = { [OURS]: `${projectFolder}dist/core.js`, ...options.modules };
const out = options.out ?? `${projectFolder}test/bench/results/latest.json`;
if (options.quick) {
  const looked = await quickLook(modules);
  console.log(JSON.stringify(looked, undefined, 1));
  process.exit(looked.every(({ right }) => right) ? 0 : 1);
}

const built = { "/contestants/": await buildContestants(options.contestants) };
if (options.only.some((part) => PARTS[part].needsListApp))
  Object.assign(built, { "/list/": await buildListApp(), "/list.html": () => LIST_PAGE });
const stage = await startStage({ modules, built });

/** A fresh browser for `work`, with the contestants loaded; ended whatever happens. */
async function inPage(browserName, names, work) {
  const browser = await stage.open(browserName);
  try {
    for (const name of names)
      await browser.evaluate(async (who, url) => globalThis.bench.add(who, url), name, stage.urlOf(name));
    return await work(browser);
  } finally {
    await browser.close();
  }
}

const mine = Object.keys(modules);
for (const browserName of options.browsers) {
  const browser = await stage.open(browserName);
  if (!browser) {
    console.error(`${browserName} is not installed here: not measured.`);
    continue;
  }
  const { version } = browser;
  await browser.close();
  const contestants = [
    ...mine,
    ...options.contestants.filter((name) => PEERS[name].absent?.[browserName] === undefined),
  ];
  for (const part of options.only) {
    console.error(`${version}: ${part} ...`);
    const results = await PARTS[part].measure({ ...options, browserName, contestants, mine, stage, inPage });
    await mergeResults(out, { part, browserName, version, results });
  }
}
await stage.close();
const all = await readResults(out);
const chart = drawChart(all);
if (chart) await writeFile(out.replace(/(\.json)?$/, ".svg"), chart);
printReport(all, options);
