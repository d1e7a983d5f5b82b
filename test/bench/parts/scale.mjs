/** 1, 10, 100 and 500 images through the queue: what each of them costs. */
import { OURS } from "../contestants/contestants.mjs";
import { MODEST } from "../inputs/inputs.mjs";
import { makeInputs } from "../inputs/make-inputs.mjs";
import { forPage } from "../stage.mjs";
import { round } from "../statistics.mjs";

const COUNTS = [1, 10, 100, 500];
const MOST_ROUNDS = 3;

/** Resolves to { ours: { "1": { msPerImage: [], gapMs: [] }, "10": … } }. */
export async function scale({ browserName, mine, rounds, inPage, stage }) {
  const inputs = (await makeInputs([MODEST])).map(forPage);
  const endpoints = stage.urlOf(OURS).replace(/[^/]*$/, "endpoints.js");
  const results = {};
  for (const name of mine) {
    results[name] = Object.fromEntries(COUNTS.map((count) => [count, { msPerImage: [], gapMs: [] }]));
    await inPage(browserName, [name], async (browser) => {
      const run = async (count) =>
        browser.evaluate(
          async (who, url, what, many) => globalThis.bench.queue(who, url, what, many),
          name,
          endpoints,
          inputs,
          count,
        );
      await browser.evaluate(async (what) => globalThis.bench.load(what), inputs);
      if (!(await run(10))) return void delete results[name];
      for (let turn = 0; turn < Math.min(rounds, MOST_ROUNDS); turn++) {
        for (const count of COUNTS) {
          const { ms, gapMs, images, rejected } = await run(count);
          if (images !== count)
            throw new Error(`${name} in ${browserName}: ${images} of ${count} images came back, ${rejected} rejected.`);
          results[name][count].msPerImage.push(round(ms / count));
          results[name][count].gapMs.push(round(gapMs));
        }
      }
    });
  }
  return results;
}
