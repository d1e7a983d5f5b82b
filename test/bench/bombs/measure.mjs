/** What rejecting bombs costs one browser: time on the page, and memory of all its processes. */
import { setTimeout as delay } from "node:timers/promises";
import { OURS } from "../contestants/contestants.mjs";
import { canReadProcesses } from "../memory/process-tree.mjs";
import { markHighWater } from "../memory/high-water.mjs";
import { round } from "../statistics.mjs";

/** For what the step before left behind, and for what a browser does by itself after its start. */
const SETTLE_MS = 250;
const WARM_SETTLE_MS = 6_000;
/** What a browser does a little later counts as well. */
const WATCH_MS = 150;
/** Calls of each file, one after another: the slowest counts. */
const CALLS = 5;

/** A page that has done all it will do here once: its code is loaded, a picture was prepared, a file rejected. */
async function warmUp(browser, { endpointsUrl, photos, control }) {
  await browser.evaluate(async (who, url, names) => globalThis.bench.drop(who, url, names), OURS, endpointsUrl, [
    ...photos,
    control,
  ]);
  await browser.evaluate(
    async (who, file, times) => globalThis.bench.rejectFile(who, file, times),
    OURS,
    control,
    CALLS,
  );
  await delay(WARM_SETTLE_MS);
}

async function watched(browser, work) {
  await delay(SETTLE_MS);
  const mark = canReadProcesses ? markHighWater(browser.rootPids) : undefined;
  const result = await work();
  await delay(WATCH_MS);
  return { ...result, ms: round(result.ms, 1), growthMB: mark && round(mark.growth() / 2 ** 20, 1) };
}

/**
 * Resolves to { control, bombs: [{ name, code, ms, growthMB }], together, photos, mixed }: each bomb by itself; all in one drop; good
 * photos in one drop; and the bombs among these.
 */
export async function measureBombs(browser, { endpointsUrl, bombs, photos, control }) {
  await warmUp(browser, { endpointsUrl, photos, control });
  const rejectFile = (file) =>
    watched(browser, () =>
      browser.evaluate(async (who, name, times) => globalThis.bench.rejectFile(who, name, times), OURS, file, CALLS),
    );
  const drop = (names) =>
    watched(browser, () =>
      browser.evaluate(async (who, url, all) => globalThis.bench.drop(who, url, all), OURS, endpointsUrl, names),
    );
  const results = { control: await rejectFile(control), bombs: [] };
  for (const { name, file } of bombs) results.bombs.push({ name, ...(await rejectFile(file)) });
  const all = bombs.map(({ file }) => file);
  results.together = summary(await drop(all), bombs.length);
  results.photos = summary(await drop(photos), 0);
  results.mixed = summary(await drop([photos[0], ...all, ...photos.slice(1)]), bombs.length);
  return results;
}

function summary({ files, ms, growthMB }, bombCount) {
  const rejected = files.filter(({ status }) => status === "rejected");
  if (rejected.length !== bombCount) throw new Error(`${rejected.length} files were rejected of ${bombCount} bombs.`);
  return { ms, slowestMs: round(Math.max(0, ...rejected.map((file) => file.ms)), 1), growthMB };
}
