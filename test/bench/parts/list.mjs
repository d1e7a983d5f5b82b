/**
 * A list of 500 images in the real component: the longest step of the page's own thread per action. Beside it, what the same page
 * takes without one: a browser's own part of a step, a software renderer's or a compiler's on a machine of two cores, is not the list's.
 */
import { MODEST } from "../inputs/inputs.mjs";
import { makeInputs } from "../inputs/make-inputs.mjs";
import { forPage } from "../stage.mjs";
import { round } from "../statistics.mjs";

const IMAGES = 499;
const HISTORY_MB = 30;
const TURNS_PER_ROUND = 3;

/** A method that overlooks a step of this length would find everything short. */
const KNOWN_STEPS_MS = [8, 12];

/** In turns, so that the list holds 499 or 500 images throughout. */
const ACTIONS = ["nothing", "word", "add", "remove", "keystroke"];

/**
 * `actions` in turns, in a list of `count` images. A browser at a time: Firefox gives a window behind another less of the processor.
 * Resolves to { add: [ms, …], remove: …, … }.
 */
async function stepsOf(actions, { browserName, stage, url, count, turns }) {
  const browser = await stage.open(browserName, "/list.html");
  try {
    const shown = await browser.evaluate(async (...wanted) => globalThis.list.show(...wanted), url, count, HISTORY_MB);
    if (shown.rows !== count || shown.rejected > 0)
      throw new Error(`${browserName}: the list shows ${shown.rows} rows, ${shown.rejected} of them rejected.`);
    for (const milliseconds of KNOWN_STEPS_MS) {
      const seen = await browser.evaluate(async (length) => globalThis.list.stepOf(length), milliseconds);
      if (seen < milliseconds)
        throw new Error(`${browserName}: a step of ${milliseconds} ms was measured as one of ${round(seen)}.`);
    }
    const steps = Object.fromEntries(actions.map((action) => [action, []]));
    for (let turn = 0; turn < turns; turn++) {
      for (const action of actions)
        steps[action].push(round(await browser.evaluate(async (what) => globalThis.list.step(what), action)));
    }
    return steps;
  } finally {
    await browser.close();
  }
}

/** Resolves to { add: [ms, …], remove: …, keystroke: …, nothing: …, word: …, "bare row": …, "add to one": …, "remove of two": … }. */
export async function list({ browserName, rounds, stage }) {
  const [{ url }] = (await makeInputs([MODEST])).map(forPage);
  const settings = { browserName, stage, url, turns: rounds * TURNS_PER_ROUND };
  const long = await stepsOf(ACTIONS, { ...settings, count: IMAGES });
  const short = await stepsOf(["bare row", "add", "remove"], { ...settings, count: 1 });
  return { ...long, "bare row": short["bare row"], "add to one": short.add, "remove of two": short.remove };
}
