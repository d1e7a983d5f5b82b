/** One file for three uses: the demo (`npm start`), the library (`npm run build`) and the test projects (`npm test`). */
import react from "@vitejs/plugin-react";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { minify } from "terser";
import type { BuildOptions, Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { inlineWorkers } from "./demo/dev-server/inline-workers.js";
import { linksDefine } from "./demo/dev-server/links-define.js";
import { offlineFiles } from "./demo/dev-server/offline-files.js";
import { versionDefine } from "./demo/dev-server/version-define.js";
import { localEndpoint } from "./demo/endpoint/plugin.js";
import { closingLine } from "./test/setup/closing-line.js";
import { testProjects } from "./test/setup/projects.js";
import { robustnessReport } from "./test/setup/robustness-report.js";
import { sharedFolder } from "./test/setup/shared-folder.js";

const isRobustnessRun = process.env.npm_lifecycle_event === "robustness";

const root = fileURLToPath(new URL(".", import.meta.url));
const src = (path: string) => `${root}src/${path}`;

/** Left to the consumer's own copies: two Reacts in one page break hooks. */
const EXTERNAL = [
  /^react($|\/)/,
  /^react-dom($|\/)/,
  "react-dropzone",
  "browser-image-compression",
  /^libheif-js\//,
  "@hyzyla/pdfium",
  "idb-keyval",
];

/** A server without a desktop has no program to open a page with; trying prints a stack trace. */
const { DISPLAY, WAYLAND_DISPLAY } = process.env;
const canShowBrowser = process.platform !== "linux" || DISPLAY !== undefined || WAYLAND_DISPLAY !== undefined;

/** The look is shipped as it is written; TypeScript 6 and 7 refuse `import "…/styles.css"` without the declaration. */
const shipStyles: Plugin = {
  name: "ship-styles",
  apply: "build",
  generateBundle() {
    this.emitFile({ type: "asset", fileName: "styles.css", source: readFileSync(src("react/styles.css")) });
    this.emitFile({ type: "asset", fileName: "styles.css.d.ts", source: "export {};\n" });
  },
};

/** The inlined workers once more by terser, which leaves 1.5 kB less of a photo's worker (gzipped) than the bundler's own minifier. */
const minifyOnceMore: Plugin = {
  name: "minify-once-more",
  apply: "build",
  async renderChunk(code) {
    const { code: smaller } = await minify(code, { ecma: 2022, toplevel: true, compress: { passes: 3 } });
    return smaller ?? null;
  },
};

/** The workers as files of their own. Each is made in a pass of its own, so that it stands alone: an app with a strict CSP may copy it. */
const WORKERS = ["worker", "tiff-worker"];
/** Workers that import an optional package, which the app's bundler finds: they share chunks with the entries. */
const WORKERS_BESIDE = ["heic", "pdf"];
const PDF_WASM = "@hyzyla/pdfium/pdfium.wasm";

const LANGUAGES: readonly string[] = ["ar", "de", "es", "fr", "ja", "ko", "pt", "zh"];

/** `vite build` makes the entries that may share chunks, `vite build --mode <worker>` one of `WORKERS`. */
const entries = (mode: string): Record<string, string> => {
  const names = WORKERS.includes(mode)
    ? [mode]
    : [
        "index",
        "core",
        "endpoints",
        "drafts",
        "parts",
        "ai-sdk",
        "assistant-ui",
        "langchain",
        "raw",
        "tiff",
        ...LANGUAGES.map((tag) => `languages/${tag}`),
        ...WORKERS_BESIDE.flatMap((name) => [name, `${name}-worker`]),
      ];
  return Object.fromEntries(names.map((name) => [name, src(`${name}.ts`)]));
};

/**
 * Leaves `new Worker(new URL(...))` to the app's bundler, but for the address; Vite would put the worker, and all packages in it, into ours.
 * So it is with the WASM of a package.
 */
const workersBeside: Plugin = {
  name: "workers-beside",
  apply: "build",
  enforce: "pre",
  transform(code, id) {
    const name = WORKERS_BESIDE.find((one) => id === src(`decoders/${one}/default-worker.ts`));
    if (name) return code.replace('new URL("./worker.ts"', `new URL(__workerBeside_${name}__`);
    return id === src("decoders/pdf/work.ts") ? code.replace(`"${PDF_WASM}"`, "__pdfWasm__") : undefined;
  },
  renderChunk: (code) =>
    code.replace(/__workerBeside_(\w+)__/, '"../../$1-worker.js"').replace("__pdfWasm__", `"${PDF_WASM}"`),
};

/** Languages are written as they are read, and shipped as escapes: a page that states no charset would read them as something else. */
const escapeLanguages: Plugin = {
  name: "escape-languages",
  apply: "build",
  // Once everything is printed: the transpiler writes an escape in a text as its character.
  generateBundle(_options, bundle) {
    for (const output of Object.values(bundle)) {
      if (output.type !== "chunk" || !output.fileName.startsWith("languages/")) continue;
      // Without the flag `u`, a pair of units becomes two escapes, as it must.
      output.code = output.code.replaceAll(
        /[^\0-\x7f]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
      );
    }
  },
};

/** `vite build --mode demo`: the demo and the small chat apps beside it as static files, for any folder of any server. */
const DEMO = "demo";
const APPS = ["ai-sdk", "assistant-ui", "langchain", "shadcn"];
const PAGES = ["index.html", ...APPS.map((app) => `demo/scenes/${app}/index.html`)];
const demoBuild: BuildOptions = {
  target: "es2022",
  outDir: "demo/dist",
  emptyOutDir: true,
  // It holds the SDKs and React, whose licences ask to be shown.
  license: { fileName: "licences.md" },
  rolldownOptions: { input: PAGES.map((page) => `${root}${page}`) },
};

const libraryBuild = (mode: string): BuildOptions => ({
  target: "es2022",
  // The consumer's bundler minifies; until then a stack trace can be read.
  minify: false,
  copyPublicDir: false,
  emptyOutDir: !WORKERS.includes(mode),
  lib: { entry: entries(mode), formats: ["es"] },
  rolldownOptions: {
    external: EXTERNAL,
    output: {
      ...(WORKERS.includes(mode) ? {} : { preserveModules: true, preserveModulesRoot: src("") }),
      // Server components may import the component directly; the core stays usable on the server.
      banner: (chunk) => (chunk.isEntry && ["index", "parts"].includes(chunk.name) ? '"use client";' : ""),
    },
  },
});

export default defineConfig(({ mode }) => ({
  define: { ...versionDefine, ...linksDefine(mode === DEMO) },
  plugins: [
    react(),
    inlineWorkers(),
    localEndpoint(),
    ...(mode === DEMO ? [offlineFiles()] : [workersBeside, escapeLanguages]),
    ...([DEMO, ...WORKERS].includes(mode) ? [] : [shipStyles]),
  ],
  resolve: {
    // The demo and the tests use the package by its public names, and get the sources.
    alias: [
      { find: /^vision-dropzone$/, replacement: src("index.ts") },
      {
        find: /^vision-dropzone\/(ai-sdk|assistant-ui|core|drafts|endpoints|heic|heic-worker|langchain|languages\/\w+|parts|pdf|pdf-worker|raw|tiff|tiff-worker|worker)$/,
        replacement: src("$1.ts"),
      },
      { find: /^vision-dropzone\/styles\.css$/, replacement: src("react/styles.css") },
      // As an app with shadcn/ui has it.
      { find: /^@\//, replacement: `${root}demo/scenes/shadcn/` },
    ],
  },
  server: {
    open: process.stdout.isTTY && canShowBrowser && !process.env.CI && !process.env.VITEST,
    fs: { allow: sharedFolder ? [root, sharedFolder] : [root] },
  },
  // The demo loads these late; found late, they would make Vite reload the page under the user's pictures.
  optimizeDeps: {
    include: [
      "@anthropic-ai/sdk",
      "@aws-sdk/client-bedrock-runtime",
      "@google/genai",
      "@hyzyla/pdfium",
      "@mistralai/mistralai",
      "@openrouter/sdk",
      "browser-image-compression",
      "idb-keyval",
      "ollama/browser",
      "openai",
    ],
  },
  // Classic and minified: it travels as text inside the bundle and starts from a blob.
  worker: { format: "iife", plugins: () => [minifyOnceMore], rolldownOptions: { output: { minify: true } } },
  ...(mode === DEMO ? { base: "./", build: demoBuild } : { build: libraryBuild(mode) }),
  test: {
    projects: testProjects(),
    provide: { sharedFolder, isRobustnessRun },
    reporters: ["default", closingLine(), ...(isRobustnessRun ? [robustnessReport()] : [])],
    // A room whose tests are not written yet is not a failure of the others.
    passWithNoTests: true,
  },
}));
