/** Every input through every method in every browser: the finished files, and nothing measured yet. */
import { OURS } from "./methods.mjs";
import { BOX, QUALITY } from "./settings.mjs";
import { openStage, shrink } from "./stage.mjs";

/**
 * `{ versions, results }`: the browsers that took part, and for each input `{ [browserName]: { [method]: made } }`, for a colour
 * input `{ [browserName]: made }`. `made` is `{ file, backend? }` or `{ failure }`.
 */
export async function collect({ browsers, module, options, peers, inputs, colourInputs, say }) {
  const versions = {};
  const results = new Map([...inputs, ...colourInputs].map((input) => [input, {}]));
  const stage = await openStage({ module, inputs: [...inputs, ...colourInputs] });
  const ours = { method: OURS, module: stage.moduleUrl, options, quality: QUALITY };

  async function walk(browserName, browser) {
    for (const input of inputs) {
      const made = (results.get(input)[browserName] = {});
      for (const method of [OURS, ...peers]) {
        made[method] = await shrink(browser, input, { ...ours, method, box: BOX, target: input.target });
        say(`${browserName}: ${input.name}: ${method}: ${described(made[method])}`);
      }
    }
    for (const input of colourInputs)
      results.get(input)[browserName] = await shrink(browser, input, { ...ours, box: input.box });
  }

  try {
    for (const browserName of browsers) {
      const browser = await stage.open(browserName);
      if (!browser) {
        say(`Left out: ${browserName} is not installed.`);
        continue;
      }
      versions[browserName] = browser.version;
      try {
        await walk(browserName, browser);
      } finally {
        await browser.close();
      }
    }
  } finally {
    await stage.close();
  }
  return { versions, results };
}

const described = ({ failure, file, backend = "" }) => failure ?? `${file.length} bytes ${backend}`;
