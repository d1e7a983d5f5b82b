/** One image of each kind, file to base64. */
import { SINGLES } from "../inputs/inputs.mjs";
import { makeInputs } from "../inputs/make-inputs.mjs";
import { inRounds } from "./rounds.mjs";

export async function single({ browserName, contestants, rounds, cases, inPage }) {
  const keys = Object.keys(SINGLES).filter((key) => !cases || cases.includes(key));
  const inputs = await makeInputs(keys.map((key) => SINGLES[key]));
  return inPage(browserName, contestants, async (browser) => {
    const results = {};
    for (const [index, key] of keys.entries()) {
      results[key] = await inRounds(browser, contestants, [inputs[index]], { rounds, unlike: true });
      await browser.evaluate(() => globalThis.bench.forget());
    }
    return results;
  });
}
