/**
 * `npm run size`: what an app's users download, entry by entry: bundled, minified, gzipped; React not counted. Fails where the README
 * says something else.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const dist = (file) => fileURLToPath(new URL(`../../dist/${file}`, import.meta.url));
const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
/** As the README names the entries that it gives a size of. */
const NAMES = { "index.js": "vision-dropzone", "core.js": "/core", "endpoints.js": "/endpoints" };
/** Every change moves them by a little. */
const TOLERANCE = 0.05;
const sizeOf = (code) => gzipSync(code, { level: 9 }).length / 1000;
const kilobytes = (code) => `${sizeOf(code).toFixed(1)} kB`;

for (const entry of ["index.js", "core.js", "endpoints.js", "worker.js"]) {
  const { output } = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: {
        input: dist(entry),
        external: [/^react($|\/)/, /^react-dom($|\/)/],
        preserveEntrySignatures: "strict",
        output: { minify: true },
      },
    },
  });
  const chunks = output.filter((file) => file.type === "chunk");
  // Chunks reached by import() alone are fetched when a browser needs them: the compression library, in old Safari.
  const eager = new Set(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName));
  for (const name of eager) for (const next of chunks.find((chunk) => chunk.fileName === name)?.imports ?? []) eager.add(next);
  const text = (isEager) => chunks.filter((chunk) => eager.has(chunk.fileName) === isEager).map((chunk) => chunk.code).join("");
  const lazily = text(false);
  console.log(`${entry.padEnd(14)}${kilobytes(text(true)).padStart(8)}${lazily ? `, and ${kilobytes(lazily)} only when needed` : ""}`);
  const name = NAMES[entry];
  if (!name) continue;
  const stated = Number(new RegExp(`\`${name}\` ([\\d.]+) kB`).exec(readme)?.[1]);
  if (!(Math.abs(stated / sizeOf(text(true)) - 1) <= TOLERANCE)) {
    console.error(`README.md says ${stated} kB of ${name}: write ${kilobytes(text(true))}.`);
    process.exitCode = 1;
  }
}
