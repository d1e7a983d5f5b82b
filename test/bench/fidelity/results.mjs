/** The figures as JSON, with machine and date. */
import { mkdir, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const BESIDE = fileURLToPath(new URL("../results/fidelity.json", import.meta.url));

export async function writeResults({ out = BESIDE, module, colours, ...rest }) {
  const machine = {
    cpu: cpus()[0]?.model ?? "unknown",
    cores: cpus().length,
    platform: process.platform,
    node: process.version,
  };
  const figures = colours.map(({ name, what, jpegError, browsers }) => ({ name, what, jpegError, browsers }));
  const results = {
    date: new Date().toISOString().slice(0, 10),
    machine,
    module: module ?? "dist",
    ...rest,
    colours: figures,
  };
  await mkdir(dirname(out), { recursive: true });
  await writeFile(out, `${JSON.stringify(results, undefined, 1)}\n`);
  return out;
}
