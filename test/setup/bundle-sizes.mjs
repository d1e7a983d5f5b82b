/** `npm run size`: what an app's users download, entry by entry: bundled, minified, gzipped; React not counted. */
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const dist = (file) => fileURLToPath(new URL(`../../dist/${file}`, import.meta.url));
const kilobytes = (code) => `${(gzipSync(code, { level: 9 }).length / 1000).toFixed(1)} kB`;

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
}
