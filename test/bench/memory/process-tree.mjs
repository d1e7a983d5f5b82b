/** A browser is many processes: the one that was started, and all below it. Linux only. */
import { readdirSync, readFileSync } from "node:fs";

/** The process may end between being listed and being read. */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes(error.code)) return "";
    throw error;
  }
}

/** The program's name stands in brackets and may hold anything. */
const parentOf = (stat) => Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);

/** Every running process and its parent. */
function allParents() {
  const numbers = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return numbers.map((pid) => ({ pid: Number(pid), parent: parentOf(read(`/proc/${pid}/stat`)) }));
}

/** Elsewhere nothing is known of processes, and memory is not measured. */
export const canReadProcesses = process.platform === "linux";

export function childrenOf(pid) {
  return canReadProcesses
    ? allParents()
        .filter(({ parent }) => parent === pid)
        .map((one) => one.pid)
    : [];
}

/** The roots and all below them. */
export function treeOf(roots) {
  const all = allParents();
  const tree = new Set(roots);
  // A child may be listed before its parent: numbers start anew after the highest.
  for (let size = 0; size < tree.size;) {
    size = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  return [...tree];
}

/** Proportional set size: pages shared by processes count once in the sum. */
export function pssBytes(pids) {
  return pids.reduce(
    (sum, pid) => sum + 1024 * Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0),
    0,
  );
}
