/** Watches the memory of a browser's processes while something runs. */
import { setTimeout as delay } from "node:timers/promises";
import { median } from "../statistics.mjs";
import { pssBytes, treeOf } from "./process-tree.mjs";

const EVERY_MS = 25;
/** Processes come and go rarely; listing them costs more than reading them. */
const LIST_EVERY = 8;

/** Samples until `until` settles; at least one. */
async function sample(rootPids, until) {
  const samples = [];
  let done = false;
  const ended = until.finally(() => {
    done = true;
  });
  let pids = [];
  do {
    if (samples.length % LIST_EVERY === 0) pids = treeOf(rootPids);
    samples.push(pssBytes(pids));
    await delay(EVERY_MS);
  } while (!done);
  await ended;
  return samples;
}

/** What the processes hold while nothing happens, in bytes. */
export async function restingBytes(rootPids) {
  return median(await sample(rootPids, delay(1_000)));
}

/** Resolves to the work's result and the highest sum seen meanwhile, in bytes. */
export async function peakDuring(rootPids, work) {
  const samples = await sample(rootPids, work);
  return { result: await work, peakBytes: Math.max(...samples) };
}
