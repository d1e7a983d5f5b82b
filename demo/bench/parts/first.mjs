/** What the first image of a page costs beside the tenth, with and without a warm-up. Each round is a fresh page. */
import { SINGLES } from "../inputs/inputs.mjs";
import { makeInputs } from "../inputs/make-inputs.mjs";
import { forPage } from "../stage.mjs";
import { round } from "../statistics.mjs";

const IMAGES = 10;

/** Resolves to the ten times, or undefined where there is nothing to warm up by. */
async function tenImages({ engine, name, photo, warmed, inPage }) {
  return inPage(engine, [name], async (browser) => {
    await browser.evaluate(async (inputs) => globalThis.bench.load(inputs), [photo]);
    if (warmed && !(await browser.evaluate(async (who) => globalThis.bench.warm(who), name))) return undefined;
    const times = [];
    for (let image = 0; image < IMAGES; image++) {
      const { ms, error } = await browser.evaluate(async (who, what) => globalThis.bench.run(who, what), name, [photo]);
      if (error !== undefined) throw new Error(`${name} in ${engine}: ${error}`);
      times.push(round(ms));
    }
    return times;
  });
}

/** Resolves to { ours: { cold: { firstMs: [], tenthMs: [] }, warmed: … } }; `warmed` is absent without `preload`. */
export async function first({ engine, mine, rounds, inPage }) {
  const [photo] = (await makeInputs([SINGLES["jpeg-12"]])).map(forPage);
  const results = {};
  for (const name of mine) {
    results[name] = {};
    for (const way of ["cold", "warmed"]) {
      for (let turn = 0; turn < rounds; turn++) {
        const times = await tenImages({ engine, name, photo, warmed: way === "warmed", inPage });
        if (!times) break;
        const kept = (results[name][way] ??= { firstMs: [], tenthMs: [] });
        kept.firstMs.push(times[0]);
        kept.tenthMs.push(times.at(-1));
      }
    }
  }
  return results;
}
