/** Twenty photos handed over at once. */
import { BATCH } from "../inputs/inputs.mjs";
import { makeInputs } from "../inputs/make-inputs.mjs";
import { inRounds } from "./rounds.mjs";

/** Times are taken in turns in one page; gaps alone in a fresh one, since a turn's garbage is collected in the middle of the next. */
export async function batch({ browserName, contestants, rounds, inPage }) {
  const inputs = await makeInputs(BATCH);
  const measure = (names) =>
    inPage(browserName, names, (browser) => inRounds(browser, names, inputs, { rounds, warmUp: inputs.slice(0, 2) }));
  const results = await measure(contestants);
  for (const name of contestants) {
    const { gapMs, error } = (await measure([name]))[name];
    results[name].gapMs = gapMs;
    if (error !== undefined) results[name].error ??= error;
  }
  return results;
}
