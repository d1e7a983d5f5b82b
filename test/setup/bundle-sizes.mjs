/**
 * `npm run size`: what an app's users download, entry by entry, before and with the first photo, and for single imports: bundled by Vite,
 * minified, each file gzipped; React not counted. Fails where the README says something else, and where more is loaded than may be.
 */
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const dist = (file) => fileURLToPath(new URL(`../../dist/${file}`, import.meta.url));
const project = new URL("../../", import.meta.url);
const readme = ["README.md", ...readdirSync(new URL("docs", project)).map((name) => `docs/${name}`)]
  .filter((path) => path.endsWith(".md"))
  .map((path) => readFileSync(new URL(path, project), "utf8"))
  .join("\n");
/** As the README names the entries that it gives a size of. */
const NAMES = { "index.js": "vision-dropzone", "core.js": "/core", "endpoints.js": "/endpoints" };
/** Every change moves them by a little. */
const TOLERANCE = 0.05;

/** The most that an app may load before anybody has added an image, in kB: what it imports, built by Vite as apps are. */
const EAGER = [
  {
    name: "VisionDropzone and an endpoint",
    imports: { "index.js": ["VisionDropzone"], "endpoints.js": ["anthropicMessages"] },
    most: 36.2,
  },
  {
    name: "createImageQueue and prepareImage",
    imports: { "core.js": ["createImageQueue", "prepareImage"] },
    most: 18,
  },
];
/** The most that an app has loaded when the first photo is ready, in kB. */
const FIRST_PHOTO = 97.5;
/** What else the first photo needs, by the names of the modules that begin the chunks. */
const LOADED_FOR_A_PHOTO = ["prepare-item.js", "on-demand.js", "default-photo-worker.js", "image-parts.js"];

/** The most that a single import may bring along, in kB. About a tenth above what it was when this was written. */
const SINGLE_IMPORTS = [
  { entry: "core.js", name: "toBlock", most: 0.2 },
  { entry: "core.js", name: "measureRequest", most: 1.2 },
  { entry: "core.js", name: "estimateRequest", most: 7.7 },
  { entry: "core.js", name: "explainApiError", most: 14 },
  { entry: "core.js", name: "inspectImage", most: 1.1 },
  { entry: "core.js", name: "prepareImage", most: 2.6 },
  { entry: "core.js", name: "createImageQueue", most: 18 },
  { entry: "index.js", name: "useVisionDropzone", most: 32.5 },
  { entry: "index.js", name: "RequestMeter", most: 5 },
  { entry: "endpoints.js", name: "anthropicMessages", most: 2 },
  { entry: "ai-sdk.js", name: "aiSdkChat", most: 0.7 },
  { entry: "langchain.js", name: "langchain", most: 0.5 },
  // For its effect alone: there is none.
  { entry: "core.js", name: undefined, most: 0.1 },
  { entry: "index.js", name: undefined, most: 0.1 },
  { entry: "endpoints.js", name: undefined, most: 0.1 },
];

const APP = "an-app-that-imports";
const sizeOf = (code) => gzipSync(code, { level: 9 }).length / 1000;

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
        // What an app exports, nobody imports.
        preserveEntrySignatures: app === undefined ? "strict" : false,
        output: { minify: true },
      },
    },
  });
  return Object.assign(
    output.filter((file) => file.type === "chunk"),
    { wasm: output.filter(({ fileName }) => fileName.endsWith(".wasm")) },
  );
}

/** With all that they import, but for what they load later with import(). */
function withImports(chunks, isBeginning) {
  const found = new Set(chunks.filter(isBeginning));
  for (const { imports } of found)
    // The others are external.
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  return found;
}

/** A file each: so they travel, and so they are compressed. */
const sum = (chunks) => [...chunks].reduce((total, { code }) => total + sizeOf(code), 0);

/** Code that uses what it imports, as an app does. */
const appUsing = (imports) =>
  Object.entries(imports)
    .map(([entry, names]) => `import { ${names.join(", ")} } from ${JSON.stringify(dist(entry))};`)
    .concat(`globalThis.used = [${Object.values(imports).flat().join(", ")}];`)
    .join("\n");

const decoderModulesIn = (chunks) =>
  chunks.flatMap(({ moduleIds }) => moduleIds).filter((id) => id.startsWith(dist("decoders/")));

function report(name, size, most, hint) {
  console.log(`${name.padEnd(46)}${size.toFixed(1).padStart(6)} kB`);
  if (size <= most) return;
  console.error(`${name}: ${size.toFixed(1)} kB, ${hint}; ${most} kB at the most.`);
  process.exitCode = 1;
}

for (const entry of ["index.js", "core.js", "endpoints.js", "worker.js"]) {
  const chunks = await bundle(entry);
  const eager = withImports(chunks, ({ isEntry }) => isEntry);
  const size = sum(eager);
  // Fetched when a browser needs them: the worker, and what works without one.
  const later = sum(chunks.filter((chunk) => !eager.has(chunk)));
  console.log(
    `${entry.padEnd(46)}${size.toFixed(1).padStart(6)} kB${later ? `, and ${later.toFixed(1)} kB only when needed` : ""}`,
  );
  const name = NAMES[entry];
  if (!name) continue;
  const stated = Number(new RegExp(`\`${name}\` ([\\d.]+) kB`).exec(readme)?.[1]);
  if (!(Math.abs(stated / size - 1) <= TOLERANCE)) {
    console.error(`README.md or docs/ say ${stated} kB of ${name}: write ${size.toFixed(1)} kB.`);
    process.exitCode = 1;
  }
}

for (const { name, imports, most } of EAGER) {
  const chunks = await bundle(undefined, appUsing(imports));
  report(name, sum(withImports(chunks, ({ isEntry }) => isEntry)), most, "before there is an image");
  // Neither at once nor later: who has no `decoders` pays nothing for them.
  const decoderModules = decoderModulesIn(chunks);
  if (decoderModules.length > 0) {
    console.error(`${name}: no decoder is imported, but bundled are ${decoderModules.join(", ")}.`);
    process.exitCode = 1;
  }
  const beginsPhoto = ({ isEntry, facadeModuleId }) =>
    isEntry || LOADED_FOR_A_PHOTO.some((file) => facadeModuleId?.endsWith(`/${file}`));
  report(
    "  and what the first photo loads",
    sum(withImports(chunks, beginsPhoto)),
    FIRST_PHOTO,
    "up to the first photo",
  );
}

/** What an app adds for a format: at once, and with the first file. As the table in docs/formats.md states it. */
const DECODERS = [
  // Its worker loads the same.
  { name: "heic", loads: "heic/work.js" },
  { name: "pdf", loads: "pdf/work.js" },
  { name: "tiff", loads: "tiff/default-worker.js" },
  { name: "raw", loads: "raw/find-preview.js" },
];
for (const { name, loads } of DECODERS) {
  const chunks = await bundle(undefined, appUsing({ [`${name}.js`]: [name] }));
  if (decoderModulesIn(chunks).length === 0) throw new Error(`${name}: its modules are looked for in the wrong place.`);
  const eager = withImports(chunks, ({ isEntry }) => isEntry);
  const withFile = withImports(chunks, ({ facadeModuleId }) => facadeModuleId?.endsWith(`/${loads}`));
  const later = sum([...withFile].filter((chunk) => !eager.has(chunk)));
  const wasm = chunks.wasm.reduce((total, { source }) => total + sizeOf(source), 0);
  const sizes = [sum(eager), later + wasm].map((size) => size.toFixed(1));
  console.log(`${`decoder ${name}`.padEnd(46)}${sizes[0].padStart(6)} kB, and ${sizes[1]} kB with the first file`);
  const [, ...stated] = new RegExp(`\\| \`${name}\` \\| ([\\d.]+) kB \\| ([\\d.]+) kB`).exec(readme) ?? [];
  if (!sizes.every((size, at) => Math.abs(Number(stated[at]) - Number(size)) <= 0.15)) {
    console.error(`docs/formats.md says otherwise of the decoder ${name}: write ${sizes.join(" kB | ")} kB.`);
    process.exitCode = 1;
  }
}

for (const { entry, name, most } of SINGLE_IMPORTS) {
  const app = name === undefined ? `import ${JSON.stringify(dist(entry))};` : appUsing({ [entry]: [name] });
  const chunks = await bundle(entry, app);
  report(
    `${entry} ${name ?? "alone"}`,
    sum(withImports(chunks, ({ isEntry }) => isEntry)),
    most,
    "with what it brings along",
  );
}
