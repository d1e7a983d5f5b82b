/**
 * What a batch adds to the memory of the whole browser at its peak, and what is left of it. A fresh browser each time: none
 * gives back all it once had.
 */
import { setTimeout as delay } from "node:timers/promises";
import { BATCH, SINGLES } from "../inputs/inputs.mjs";
import { makeInputs } from "../inputs/make-inputs.mjs";
import { canReadProcesses } from "../memory/process-tree.mjs";
import { peakDuring, restingBytes } from "../memory/sampler.mjs";
import { forPage } from "../stage.mjs";
import { round } from "../statistics.mjs";

const SETTLE_MS = 2_000;
/** Our workers end after 30 s without work. */
const IDLE_END_MS = 35_000;
/** Each round starts a browser; the spread is small. */
const MOST_ROUNDS = 3;

const megabytes = (bytes) => round(bytes / 2 ** 20, 1);

/** What results of these sizes hold by themselves, in a fresh browser: in Chromium 45 MB where bytes and texts are 28. */
async function weigh(sizes, { inPage, browserName }) {
  return inPage(browserName, [], async (browser) => {
    await delay(SETTLE_MS);
    const start = await restingBytes(browser.rootPids);
    await browser.evaluate(async (all) => globalThis.bench.holdResults(all), sizes);
    return (await restingBytes(browser.rootPids)) - start;
  });
}

/** One batch in a fresh browser. `afterIdle`: also wait until idle workers have ended. `sizes`: of the results, in bytes. */
async function once({ browserName, name, files, times, afterIdle, inPage }) {
  return inPage(browserName, [name], async (browser) => {
    await browser.evaluate(async (inputs) => globalThis.bench.load(inputs), files);
    await delay(SETTLE_MS);
    const start = await restingBytes(browser.rootPids);
    const work = browser.evaluate(
      async (who, inputs, count) => globalThis.bench.run(who, inputs, { times: count }),
      name,
      files,
      times,
    );
    const { result, peakBytes } = await peakDuring(browser.rootPids, work);
    if (result.error !== undefined) return { error: result.error };
    const held = { startMB: megabytes(start), peakMB: megabytes(peakBytes), growthMB: megabytes(peakBytes - start) };
    if (!afterIdle) return { held, sizes: result.outputs.map(({ bytes }) => bytes) };
    await delay(IDLE_END_MS);
    return { held: { ...held, endMB: megabytes(await restingBytes(browser.rootPids)) } };
  });
}

/** The same, and what its results weigh alone: the more photos, the more they are, whoever makes them. */
async function onceAndResults(run) {
  const { error, held, sizes } = await once(run);
  return error === undefined ? { held: { ...held, resultsMB: megabytes(await weigh(sizes, run)) } } : { error };
}

async function repeated(count, measure) {
  const all = { startMB: [], peakMB: [], growthMB: [], resultsMB: [], endMB: [] };
  for (let turn = 0; turn < count; turn++) {
    const one = await measure();
    if (one.error !== undefined) return { error: one.error };
    for (const [key, value] of Object.entries(one.held)) all[key].push(value);
  }
  return all;
}

/** Resolves to { batch: { contestant: … }, twenty: { ours: … }, hundred: { ours: … } }. */
export async function memory({ browserName, contestants, mine, rounds, inPage }) {
  if (!canReadProcesses) return { batch: {} };
  const count = Math.min(rounds, MOST_ROUNDS);
  const batch = (await makeInputs(BATCH)).map(forPage);
  const [photo] = (await makeInputs([SINGLES["jpeg-12"]])).map(forPage);
  const twenty = Array.from({ length: 20 }, () => photo);
  const results = { batch: {}, twenty: {}, hundred: {} };
  for (const name of contestants) {
    const afterIdle = mine.includes(name);
    results.batch[name] = await repeated(count, () =>
      once({ browserName, name, files: batch, times: 1, afterIdle, inPage }),
    );
  }
  for (const name of mine) {
    results.twenty[name] = await repeated(count, () =>
      onceAndResults({ browserName, name, files: twenty, times: 1, inPage }),
    );
    results.hundred[name] = await repeated(count, () =>
      onceAndResults({ browserName, name, files: twenty, times: 5, inPage }),
    );
  }
  return results;
}
