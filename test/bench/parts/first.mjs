/**
 * What the first image of a page costs beside the tenth. Each round is a fresh page. "cold": `prepareImage` at once; "warmed":
 * after the module's `preload`; "component": handed to the component; "dragged": a second after files were dragged over it.
 */
import { setTimeout as delay } from "node:timers/promises";
import { OURS } from "../contestants/contestants.mjs";
import { SINGLES } from "../inputs/inputs.mjs";
import { makeInputs } from "../inputs/make-inputs.mjs";
import { forPage } from "../stage.mjs";
import { round } from "../statistics.mjs";

const IMAGES = 10;
/** Before each image alike: a page that has rested is slower than one that has just worked. In Chromium the tenth takes 68 ms after 0.1 s, 80 after this. */
const REST_MS = 1_000;

/** Resolves to the ten times, or undefined where there is nothing to warm up by. */
async function byModule({ browserName, name, photo, warmed, inPage }) {
  return inPage(browserName, [name], async (browser) => {
    await browser.evaluate(async (inputs) => globalThis.bench.load(inputs), [photo]);
    if (warmed && !(await browser.evaluate(async (who) => globalThis.bench.warm(who), name))) return undefined;
    const times = [];
    for (let image = 0; image < IMAGES; image++) {
      await delay(REST_MS);
      const { ms, error } = await browser.evaluate(async (who, what) => globalThis.bench.run(who, what), name, [photo]);
      if (error !== undefined) throw new Error(`${name} in ${browserName}: ${error}`);
      times.push(ms);
    }
    return times;
  });
}

async function byComponent({ browserName, photo, dragged, stage }) {
  const browser = await stage.open(browserName, "/list.html");
  try {
    return await browser.evaluate(
      async (url, count, how) => globalThis.list.oneByOne(url, count, how),
      photo.url,
      IMAGES,
      { dragged, restMs: REST_MS },
    );
  } finally {
    await browser.close();
  }
}

async function repeated(rounds, measure) {
  const kept = { firstMs: [], tenthMs: [] };
  for (let turn = 0; turn < rounds; turn++) {
    const times = await measure();
    if (!times) return undefined;
    kept.firstMs.push(round(times[0]));
    kept.tenthMs.push(round(times.at(-1)));
  }
  return kept;
}

/** Resolves to { ours: { cold: { firstMs: [], tenthMs: [] }, … } }; `warmed` is absent without `preload`. */
export async function first({ browserName, mine, rounds, inPage, stage }) {
  const [photo] = (await makeInputs([SINGLES["jpeg-12"]])).map(forPage);
  const results = {};
  for (const name of mine) {
    const ways = {
      cold: () => byModule({ browserName, name, photo, warmed: false, inPage }),
      warmed: () => byModule({ browserName, name, photo, warmed: true, inPage }),
      ...(name === OURS && {
        component: () => byComponent({ browserName, photo, dragged: false, stage }),
        dragged: () => byComponent({ browserName, photo, dragged: true, stage }),
      }),
    };
    results[name] = {};
    for (const [way, measure] of Object.entries(ways)) {
      const kept = await repeated(rounds, measure);
      if (kept) results[name][way] = kept;
    }
  }
  return results;
}
