/**
 * `npm run size`: what an app's users download, entry by entry and for single imports: bundled, minified, gzipped; React not counted.
 * Fails where the README says something else, and where an import brings more along than it may.
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
/** E5: the most that a single import may bring along, in kB. About a tenth above what it was when this was written. */
const SINGLE_IMPORTS = [
  { entry: "core.js", name: "toBlock", most: 0.2 },
  { entry: "core.js", name: "measureRequest", most: 1.2 },
  { entry: "core.js", name: "estimateRequest", most: 7.7 },
  { entry: "core.js", name: "explainApiError", most: 14 },
  { entry: "core.js", name: "inspectImage", most: 1.1 },
  { entry: "core.js", name: "prepareImage", most: 8.5 },
  { entry: "core.js", name: "createImageQueue", most: 21 },
  { entry: "index.js", name: "useVisionDropzone", most: 35 },
  { entry: "index.js", name: "RequestMeter", most: 4 },
  { entry: "endpoints.js", name: "anthropicMessages", most: 2 },
  // For its effect alone: there is none.
  { entry: "core.js", name: undefined, most: 0.1 },
  { entry: "index.js", name: undefined, most: 0.1 },
  { entry: "endpoints.js", name: undefined, most: 0.1 },
];

const APP = "an-app-that-imports";
const sizeOf = (code) => gzipSync(code, { level: 9 }).length / 1000;
const kilobytes = (code) => `${sizeOf(code).toFixed(1)} kB`;

/** `app`: code that stands for the app; without it the entry is bundled whole. */
async function bundle(entry, app) {
  const { output } = await build({
    configFile: false,
    logLevel: "error",
    plugins:
      app === undefined
        ? []
        : [
            {
              name: "app",
              resolveId: (id) => (id === APP ? id : undefined),
              load: (id) => (id === APP ? app : undefined),
            },
          ],
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: {
        input: app === undefined ? dist(entry) : APP,
        external: [/^react($|\/)/, /^react-dom($|\/)/],
        preserveEntrySignatures: "strict",
        output: { minify: true },
      },
    },
  });
  const chunks = output.filter((file) => file.type === "chunk");
  // Chunks reached by import() alone are fetched when a browser needs them: the worker, and what works without one.
  const eager = new Set(chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName));
  for (const name of eager)
    for (const next of chunks.find((chunk) => chunk.fileName === name)?.imports ?? []) eager.add(next);
  const text = (isEager) =>
    chunks
      .filter((chunk) => eager.has(chunk.fileName) === isEager)
      .map((chunk) => chunk.code)
      .join("");
  return { eagerly: text(true), lazily: text(false) };
}

for (const entry of ["index.js", "core.js", "endpoints.js", "worker.js"]) {
  const { eagerly, lazily } = await bundle(entry);
  console.log(
    `${entry.padEnd(14)}${kilobytes(eagerly).padStart(8)}${lazily ? `, and ${kilobytes(lazily)} only when needed` : ""}`,
  );
  const name = NAMES[entry];
  if (!name) continue;
  const stated = Number(new RegExp(`\`${name}\` ([\\d.]+) kB`).exec(readme)?.[1]);
  if (!(Math.abs(stated / sizeOf(eagerly) - 1) <= TOLERANCE)) {
    console.error(`README.md says ${stated} kB of ${name}: write ${kilobytes(eagerly)}.`);
    process.exitCode = 1;
  }
}

for (const { entry, name, most } of SINGLE_IMPORTS) {
  const from = JSON.stringify(dist(entry));
  const { eagerly } = await bundle(entry, name === undefined ? `import ${from};` : `export { ${name} } from ${from};`);
  console.log(`${`${entry} ${name ?? "alone"}`.padEnd(34)}${kilobytes(eagerly).padStart(8)}`);
  if (!(sizeOf(eagerly) <= most)) {
    console.error(
      `An import of ${name ?? "nothing"} from ${entry} brings ${kilobytes(eagerly)} along; ${most} kB at the most.`,
    );
    process.exitCode = 1;
  }
}
