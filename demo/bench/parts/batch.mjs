/** Twenty photos handed over at once. */
import { BATCH } from "../inputs/inputs.mjs";
import { makeInputs } from "../inputs/make-inputs.mjs";
import { inRounds } from "./rounds.mjs";

export async function batch({ engine, contestants, rounds, inPage }) {
  const inputs = await makeInputs(BATCH);
  return inPage(engine, contestants, (browser) => inRounds(browser, contestants, inputs, { rounds, warmUp: inputs.slice(0, 2) }));
}
