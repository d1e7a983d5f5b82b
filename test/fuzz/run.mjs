/**
 * `npm run fuzz`: a million inputs, another seed each time. `npm run fuzz -- --runs 5000000 --seed 7` for more, or for the
 * same again; `--only stripMetadata` for one target. Prints the counts; exits with 1 when a property was broken.
 */
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runnerImport } from "vite";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "1000000" },
    seed: { type: "string" },
    only: { type: "string", default: "" },
  },
});
const runs = Number(values.runs);
const seed = Number(values.seed ?? Date.now() % 2 ** 31);

const { module } = await runnerImport(fileURLToPath(new URL("run-fuzz.ts", import.meta.url)), {
  configFile: false,
  logLevel: "error",
});
console.log(`seed ${seed}`);
let inputs = 0;
let broken = 0;
for (const target of module.targets.filter(({ name }) => name.startsWith(values.only))) {
  const startedAt = performance.now();
  const result = await module.fuzz(target, { seed, runs });
  inputs += result.inputs;
  broken += result.failure ? 1 : 0;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `${target.name.padEnd(34)}${String(result.inputs).padStart(9)} inputs  ${seconds.padStart(6)} s  ${result.failure ? "BROKEN" : "ok"}`,
  );
  if (result.failure) console.log(result.failure);
}
console.log(`${inputs} inputs, ${broken} properties broken`);
process.exitCode = broken > 0 ? 1 : 0;
