/** Compiles `lanczos.as.ts` into `bytes.ts`. With `--check` it only says, by its exit code, whether the two still belong together. */
import asc from "assemblyscript/asc";
import { readFile, writeFile } from "node:fs/promises";

const here = (name) => new URL(name, import.meta.url);

/** The text that `bytes.ts` must have. The same source gives the same bytes: the compiler is pinned to one version. */
export async function compileKernel() {
  const source = await readFile(here("lanczos.as.ts"), "utf8");
  let binary;
  const { error, stderr } = await asc.main(
    ["kernel.ts", "--outFile", "kernel.wasm", "--runtime", "stub", "--enable", "simd", "-O3", "--noAssert", "--importMemory"],
    {
      readFile: (name) => (name === "kernel.ts" ? source : null),
      writeFile: (_name, contents) => void (binary = contents),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`The kernel does not compile: ${stderr}`, { cause: error });
  const lines = Buffer.from(binary).toString("base64").match(/.{1,120}/g);
  return [
    "/** Made by `build.mjs` from `lanczos.as.ts`: the WebAssembly module as base64. Do not edit. */",
    "export const SIMD_BYTES =",
    ...lines.map((line, at) => `  "${line}"${at === lines.length - 1 ? ";" : " +"}`),
    "",
  ].join("\n");
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const text = await compileKernel();
  if (!process.argv.includes("--check")) await writeFile(here("bytes.ts"), text);
  else if (text !== (await readFile(here("bytes.ts"), "utf8"))) {
    console.error("bytes.ts is not what lanczos.as.ts compiles to. Run `npm run build:kernel` and commit the result.");
    process.exitCode = 1;
  }
}
