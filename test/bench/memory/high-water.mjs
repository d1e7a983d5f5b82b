/**
 * The most that processes ever held between two moments, kept by the kernel: no peak is too short to be seen. Of resident memory,
 * program code that is read for the first time included, so rather too much than too little. Linux only.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { treeOf } from "./process-tree.mjs";

/** See proc(5): the peak starts anew at what is held now. */
const RESET_PEAK = "5";

const field = (status, name) => 1024 * Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(status)?.[1] ?? 0);

/** A process that ended in between gave all of it back. */
function ifAlive(work) {
  try {
    return work();
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes(error.code)) return undefined;
    throw error;
  }
}

const statusOf = (pid) => ifAlive(() => readFileSync(`/proc/${pid}/status`, "utf8")) ?? "";

/** `growth()`: the sum of how much each process, those started since included, went above what it held now; in bytes. */
export function markHighWater(rootPids) {
  const held = new Map();
  for (const pid of treeOf(rootPids)) {
    ifAlive(() => writeFileSync(`/proc/${pid}/clear_refs`, RESET_PEAK));
    held.set(pid, field(statusOf(pid), "VmRSS"));
  }
  return {
    growth: () =>
      treeOf(rootPids).reduce((sum, pid) => sum + Math.max(0, field(statusOf(pid), "VmHWM") - (held.get(pid) ?? 0)), 0),
  };
}
