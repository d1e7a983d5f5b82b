/** A list of 500 images in the real component: the longest step of the page's own thread per action. */
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

/** Resolves to { add: [ms, …], remove: …, keystroke: …, nothing: …, word: … }. */
export async function list({ engine, rounds, stage }) {
  const [photo] = (await makeInputs([MODEST])).map(forPage);
  const browser = await stage.open(engine, "/list.html");
  try {
    const shown = await browser.evaluate(async (url, count, megabytes) => globalThis.list.show(url, count, megabytes), photo.url, IMAGES, HISTORY_MB);
    if (shown.rows !== IMAGES || shown.refused > 0) throw new Error(`${engine}: the list shows ${shown.rows} rows, ${shown.refused} of them refused.`);
    for (const milliseconds of KNOWN_STEPS_MS) {
      const seen = await browser.evaluate(async (length) => globalThis.list.stepOf(length), milliseconds);
      if (seen < milliseconds) throw new Error(`${engine}: a step of ${milliseconds} ms was measured as one of ${round(seen)}.`);
    }
    const steps = Object.fromEntries(ACTIONS.map((action) => [action, []]));
    for (let turn = 0; turn < rounds * TURNS_PER_ROUND; turn++) {
      for (const action of ACTIONS) steps[action].push(round(await browser.evaluate(async (what) => globalThis.list.step(what), action)));
    }
    return steps;
  } finally {
    await browser.close();
  }
}
