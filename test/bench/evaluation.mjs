/**
 * How long a phone computes before an app can show the dropzone: `npm run bench:evaluation`. Compiles and runs the code that is loaded with
 * the app, in Chromium at a quarter of this machine's speed; medians, React's own time taken off.
 */
import { chromium } from "playwright";
import { build } from "vite";
import { finders } from "./browsers/finders.mjs";
import { BUILT_PACKAGE } from "./built-package.mjs";
import { projectFolder } from "./cache.mjs";
import { textTable } from "./report/text-table.mjs";
import { median } from "./statistics.mjs";

const RUNS = 9;
const SLOWER_BY = 4;

const REACT = `import * as react from "react"; import * as jsx from "react/jsx-runtime"; globalThis.react = [react, jsx];`;
const APPS = {
  nothing: "globalThis.used = [];",
  React: REACT,
  component: `${REACT}
    import { VisionDropzone } from "vision-dropzone";
    import { anthropicMessages } from "vision-dropzone/endpoints";
    globalThis.used = [VisionDropzone, anthropicMessages];`,
  core: `import { createImageQueue, prepareImage } from "${projectFolder}dist/core.js";
    globalThis.used = [createImageQueue, prepareImage];`,
};

/** One script. What is loaded later with `import()` stays outside of it. */
async function bundle(app) {
  const appPlugin = {
    name: "app",
    enforce: "pre",
    resolveId(id, _importer, { kind }) {
      if (kind === "dynamic-import") return { id, external: true };
      return id === "app" ? `${projectFolder}app.js` : undefined;
    },
    load: (id) => (id === `${projectFolder}app.js` ? app : undefined),
  };
  const [{ output }] = [
    await build({
      root: projectFolder,
      configFile: false,
      logLevel: "error",
      define: { "process.env.NODE_ENV": '"production"' },
      resolve: { alias: BUILT_PACKAGE },
      plugins: [appPlugin],
      build: { write: false, modulePreload: false, rolldownOptions: { input: "app", output: { format: "iife" } } },
    }),
  ];
  return output[0].code;
}

/** In the page. */
function evaluate(code) {
  const script = document.createElement("script");
  script.textContent = code;
  const startedAt = performance.now();
  document.head.append(script);
  return performance.now() - startedAt;
}

const browser = await chromium.launch(await (await finders()).findChromium());
try {
  const times = {};
  const codes = {};
  for (const [name, app] of Object.entries(APPS)) {
    times[name] = [];
    codes[name] = await bundle(app);
  }
  // In turns, so that a busy moment of the machine meets all of them.
  for (let run = 0; run < RUNS; run += 1)
    for (const [name, code] of Object.entries(codes)) {
      const page = await browser.newPage();
      const session = await page.context().newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER_BY });
      times[name].push(await page.evaluate(evaluate, code));
      await page.close();
    }
  const ms = (name, without) => (median(times[name]) - median(times[without])).toFixed(1);
  console.log(
    textTable([
      ["loaded with the app", "ms", "kB of script"],
      [
        "VisionDropzone and an endpoint",
        ms("component", "React"),
        String(Math.round((codes.component.length - codes.React.length) / 1000)),
      ],
      ["createImageQueue and prepareImage", ms("core", "nothing"), String(Math.round(codes.core.length / 1000))],
    ]),
  );
} finally {
  await browser.close();
}
