/** The JSON of all parts: each run replaces the parts it measured and leaves the others. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { dirname } from "node:path";
import { photoSource } from "./inputs/photos.mjs";

export async function readResults(path) {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return { parts: {} };
    throw error;
  }
}

function machine() {
  const cores = cpus();
  return {
    cpu: cores[0]?.model ?? "unknown",
    cores: cores.length,
    memoryGB: Math.round(totalmem() / 2 ** 30),
    platform: process.platform,
    node: process.version,
  };
}

/** Cases of "single" are kept one by one, so that they may be measured in several calls; every ratio is of one run all the same. */
export async function mergeResults(path, { part, browserName, version, results }) {
  const all = await readResults(path);
  const date = new Date().toISOString().slice(0, 10);
  const kept = part === "single" ? all.parts.single?.[browserName]?.results : {};
  const parts = {
    ...all.parts,
    [part]: { ...all.parts[part], [browserName]: { date, version, results: { ...kept, ...results } } },
  };
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify({ machine: machine(), photos: photoSource, parts }, undefined, 1)}\n`);
}
