/** Watches the memory of a browser's processes while something runs. */
import { setTimeout as delay } from "node:timers/promises";
import { median } from "../statistics.mjs";
import { pssBytes, treeOf } from "./process-tree.mjs";

const EVERY_MS = 25;
/** Processes come and go rarely; listing them costs more than reading them. */
const LIST_EVERY = 8;

/** Samples until the work settles; at least one. Rejects as the work does. */
async function sampleDuring(rootPids, work) {
  const samples = [];
  let pids = [];
  const pause = Symbol("pause");
  for (;;) {
    if (samples.length % LIST_EVERY === 0) pids = treeOf(rootPids);
    samples.push(pssBytes(pids));
    const result = await Promise.race([work, delay(EVERY_MS, pause)]);
    if (result !== pause) return { result, samples };
  }
}

/** What the processes hold while nothing happens, in bytes. */
export async function restingBytes(rootPids) {
  return median((await sampleDuring(rootPids, delay(1_000))).samples);
}

/** Resolves to the work's result and the highest sum seen meanwhile, in bytes. */
export async function peakDuring(rootPids, work) {
  const { result, samples } = await sampleDuring(rootPids, work);
  return { result, peakBytes: Math.max(...samples) };
}
