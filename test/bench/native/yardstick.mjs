/** Builds and runs the native program where there is a C compiler and libjpeg-turbo's header (Debian: libjpeg62-turbo-dev). */
import { spawnSync } from "node:child_process";
import { benchFolder, cacheFolder } from "../cache.mjs";
import { inputFolder } from "../inputs/make-inputs.mjs";

/** How many times the target a reduced decode must measure to be good enough for the second step. */
const LEAST = 1.5;

/** Resolves to { program } or { reason }. */
export function buildYardstick() {
  const program = `${cacheFolder("native")}/resize`;
  const options = [
    "-O3",
    "-march=native",
    "-ffast-math",
    "-o",
    program,
    `${benchFolder}native/resize.c`,
    "-ljpeg",
    "-lm",
  ];
  const { status, error, stderr } = spawnSync(process.env.CC ?? "cc", options, { encoding: "utf8" });
  if (status === 0) return { program };
  return { reason: `The native program was not built: ${error?.message ?? stderr.split("\n")[0]}` };
}

/** Milliseconds of each input on one thread, and the eighths at which it was decoded. */
export function runYardstick(program, inputs) {
  // It resizes what is stored, and leaves the turning, a hundredth of the work, to others.
  const stored = ({ turned, target: { width, height } }) => (turned ? [height, width] : [width, height]);
  const sizes = inputs.flatMap((input) => [`${inputFolder}/${input.file}`, ...stored(input)].map(String));
  const { status, stdout, stderr } = spawnSync(program, [String(LEAST), "1", ...sizes], { encoding: "utf8" });
  if (status !== 0) throw new Error(`The native program failed: ${stderr}`);
  return stdout
    .trim()
    .split("\n")
    .map((line) => {
      const [eighths, ms, bytes] = line.split(" ").map(Number);
      return { eighths, ms, bytes };
    });
}
