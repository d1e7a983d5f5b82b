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

/** A page with `count` images, that is known to measure right. */
async function openList(engine, stage, url, count) {
  const browser = await stage.open(engine, "/list.html");
  const shown = await browser.evaluate(async (...wanted) => globalThis.list.show(...wanted), url, count, HISTORY_MB);
  if (shown.rows !== count || shown.refused > 0) throw new Error(`${engine}: the list shows ${shown.rows} rows, ${shown.refused} of them refused.`);
  for (const milliseconds of KNOWN_STEPS_MS) {
    const seen = await browser.evaluate(async (length) => globalThis.list.stepOf(length), milliseconds);
    if (seen < milliseconds) throw new Error(`${engine}: a step of ${milliseconds} ms was measured as one of ${round(seen)}.`);
  }
  return { browser, step: async (action) => round(await browser.evaluate(async (what) => globalThis.list.step(what), action)) };
}

/** Resolves to { add: [ms, …], remove: …, keystroke: …, nothing: …, word: …, "add to one": …, "remove of two": … }. */
export async function list({ engine, rounds, stage }) {
  const [{ url }] = (await makeInputs([MODEST])).map(forPage);
  const pages = [];
  try {
    for (const count of [IMAGES, 1]) pages.push(await openList(engine, stage, url, count));
    const [long, short] = pages;
    const steps = Object.fromEntries([...ACTIONS, "add to one", "remove of two"].map((action) => [action, []]));
    for (let turn = 0; turn < rounds * TURNS_PER_ROUND; turn++) {
      for (const action of ACTIONS) steps[action].push(await long.step(action));
      steps["add to one"].push(await short.step("add"));
      steps["remove of two"].push(await short.step("remove"));
    }
    return steps;
  } finally {
    await Promise.all(pages.map(({ browser }) => browser.close()));
  }
}
