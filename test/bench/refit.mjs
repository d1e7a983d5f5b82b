/**
 * `npm run bench:refit`: how long it takes to make 60 photos fit a limit of 32 MB, in proportion to preparing them the first time. The
 * conversation before them has so many bytes that a third of the photos' is too much.
 */
import { OURS } from "./contestants/contestants.mjs";
import { BATCH } from "./inputs/inputs.mjs";
import { makeInputs } from "./inputs/make-inputs.mjs";
import { projectFolder } from "./cache.mjs";
import { forPage, startStage } from "./stage.mjs";
import { median, round } from "./statistics.mjs";

const PHOTOS = 60;
const ROUNDS = 5;
const browserName = process.argv[2] ?? "chromium";

const stage = await startStage({ modules: { [OURS]: `${projectFolder}dist/core.js` }, built: {} });
const inputs = (await makeInputs(BATCH)).map(forPage);
const endpoints = stage.urlOf(OURS).replace(/[^/]*$/, "endpoints.js");
const browser = await stage.open(browserName);
try {
  await browser.evaluate(async (who, url) => globalThis.bench.add(who, url), OURS, stage.urlOf(OURS));
  await browser.evaluate(async (what) => globalThis.bench.load(what), inputs);
  const run = async (count, history) =>
    browser.evaluate(
      async (who, url, what, many, length) => globalThis.bench.refit(who, url, what, many, length),
      OURS,
      endpoints,
      inputs,
      count,
      history,
    );
  const { firstBytes, cap } = await run(PHOTOS, 0);
  const history = Math.max(0, Math.round(cap - firstBytes * (2 / 3)));
  const turns = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) turns.push(await run(PHOTOS, history));
  console.table(turns.map((turn) => ({ ...turn, ratio: round(turn.againMs / turn.firstMs) })));
  const of = (key) => median(turns.map((turn) => turn[key]));
  console.log(`${browser.version}: ${round(of("firstMs"))} ms, then ${round(of("againMs"))} ms`);
  console.log(`ratio ${round(median(turns.map(({ againMs, firstMs }) => againMs / firstMs)))}`);
} finally {
  await browser.close();
  await stage.close();
}
