/** How far from the possible: libjpeg-turbo on one native thread, in turns with ours. */
import { BATCH, SINGLES } from "../inputs/inputs.mjs";
import { makeInputs } from "../inputs/make-inputs.mjs";
import { buildYardstick, runYardstick } from "../native/yardstick.mjs";
import { forPage } from "../stage.mjs";
import { round } from "../statistics.mjs";

/** Resolves to { single: { nativeMs: [], ours: [] }, batch: … , eighths }, or { reason } where it cannot be built. */
export async function native({ browserName, mine, rounds, inPage }) {
  const { program, reason } = buildYardstick();
  if (!program) {
    console.error(reason);
    return { reason };
  }
  const groups = { single: await makeInputs([SINGLES["jpeg-12"]]), batch: await makeInputs(BATCH) };
  return inPage(browserName, mine, async (browser) => {
    const results = {};
    for (const [group, inputs] of Object.entries(groups)) {
      const files = inputs.map(forPage);
      await browser.evaluate(async (what) => globalThis.bench.load(what), files);
      const run = (name) => browser.evaluate(async (who, what) => globalThis.bench.run(who, what), name, files);
      const result = (results[group] = { nativeMs: [], ...Object.fromEntries(mine.map((name) => [name, []])) });
      for (let turn = -1; turn < rounds; turn++) {
        const steps = runYardstick(program, inputs);
        if (turn >= 0) result.nativeMs.push(round(steps.reduce((sum, { ms }) => sum + ms, 0)));
        result.eighths = steps.map(({ eighths }) => eighths);
        for (const name of mine) {
          const { ms, error } = await run(name);
          if (error !== undefined) throw new Error(`${name} in ${browserName}: ${error}`);
          if (turn >= 0) result[name].push(round(ms));
        }
      }
    }
    return results;
  });
}
