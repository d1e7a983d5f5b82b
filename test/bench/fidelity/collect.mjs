/** Every input through every method in every engine: the finished files, and nothing measured yet. */
import { OURS } from "./methods.mjs";
import { BOX, QUALITY } from "./settings.mjs";
import { openStage, shrink } from "./stage.mjs";

/**
 * `{ versions, results }`: the engines that took part, and for each input `{ [engine]: { [method]: made } }`, for a colour
 * input `{ [engine]: made }`. `made` is `{ file, engine? }` or `{ failure }`.
 */
export async function collect({ engines, module, options, peers, inputs, colourInputs, say }) {
  const versions = {};
  const results = new Map([...inputs, ...colourInputs].map((input) => [input, {}]));
  const stage = await openStage({ module, inputs: [...inputs, ...colourInputs] });
  const ours = { method: OURS, module: stage.moduleUrl, options, quality: QUALITY };

  async function walk(engine, browser) {
    for (const input of inputs) {
      const made = (results.get(input)[engine] = {});
      for (const method of [OURS, ...peers]) {
        made[method] = await shrink(browser, input, { ...ours, method, box: BOX, target: input.target });
        say(`${engine}: ${input.name}: ${method}: ${told(made[method])}`);
      }
    }
    for (const input of colourInputs)
      results.get(input)[engine] = await shrink(browser, input, { ...ours, box: input.box });
  }

  try {
    for (const engine of engines) {
      const browser = await stage.open(engine);
      if (!browser) {
        say(`Left out: ${engine} is not installed.`);
        continue;
      }
      versions[engine] = browser.version;
      try {
        await walk(engine, browser);
      } finally {
        await browser.close();
      }
    }
  } finally {
    await stage.close();
  }
  return { versions, results };
}

const told = ({ failure, file, engine = "" }) => failure ?? `${file.length} bytes ${engine}`;
