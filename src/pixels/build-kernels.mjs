/** Compiles each `….as.ts` into the `bytes.ts` beside it. With `--check` it only says, by its exit code, whether they still belong together. */
import asc from "assemblyscript/asc";
import { readFile, writeFile } from "node:fs/promises";

const SOURCES = [
  "resample/simd/lanczos.as.ts",
  "../jpeg-codec/decoder/simd/decode.as.ts",
  "../jpeg-codec/encoder/simd/encode.as.ts",
];

const here = (name) => new URL(name, import.meta.url);
const folderOf = (path) => path.slice(0, path.lastIndexOf("/") + 1);
const baseOf = (path) => path.slice(path.lastIndexOf("/") + 1);
const resultOf = (path) => here(`${folderOf(path)}bytes.ts`);

/** The text that `bytes.ts` must have. The same source gives the same bytes: the compiler is pinned to one version. */
async function compile(path) {
  let binary;
  const { error } = await asc.main(
    [
      baseOf(path),
      "--outFile",
      "kernel.wasm",
      "--runtime",
      "stub",
      "--enable",
      "simd",
      "-O3",
      "--noAssert",
      "--importMemory",
    ],
    {
      // The compiler puts an ending of its own to what an import names: "./read-block.as.js" is sought as "read-block.as.js.ts".
      readFile: (name) => readFile(here(folderOf(path) + name.replace(/\.js\.ts$/, ".ts")), "utf8").catch(() => null),
      writeFile: (_name, contents) => void (binary = contents),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${path} does not compile.`, { cause: error });
  const lines = Buffer.from(binary)
    .toString("hex")
    .match(/.{1,120}/g);
  return [
    `/** Made by \`build-kernels.mjs\` from \`${baseOf(path)}\`: the WebAssembly module in hex, which gzip packs better than base64. Do not edit. */`,
    "export const SIMD_BYTES =",
    ...lines.map((line, at) => `  "${line}"${at === lines.length - 1 ? ";" : " +"}`),
    "",
  ].join("\n");
}

for (const path of SOURCES) {
  const text = await compile(path);
  if (!process.argv.includes("--check")) await writeFile(resultOf(path), text);
  else if (text !== (await readFile(resultOf(path), "utf8"))) {
    process.stderr.write(
      `The bytes are not what ${path} compiles to. Run \`npm run build:kernel\` and commit the result.\n`,
    );
    process.exitCode = 1;
  }
}
