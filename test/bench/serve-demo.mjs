/** The demo, built for production, with its local endpoint. */
import { build, loadConfigFromFile, preview, runnerImport } from "vite";
import { cacheFolder, projectFolder } from "./cache.mjs";

export async function serveDemo() {
  const { config } = await loadConfigFromFile(
    { command: "build", mode: "production" },
    `${projectFolder}vite.config.ts`,
  );
  const { plugins, define, resolve, worker } = config;
  const common = { configFile: false, root: projectFolder, logLevel: "error" };
  const outDir = cacheFolder("demo");
  const rolldownOptions = { input: `${projectFolder}index.html` };
  const options = { outDir, emptyOutDir: true, target: "es2022", rolldownOptions };
  await build({ ...common, plugins, define, resolve, worker, build: options });
  const { module } = await runnerImport(`${projectFolder}demo/endpoint/handler.ts`, { ...common, define, resolve });
  const endpoint = {
    name: "endpoint",
    configurePreviewServer: ({ middlewares }) => void middlewares.use(module.createEndpoint()),
  };
  return preview({
    ...common,
    plugins: [endpoint],
    build: { outDir },
    preview: { port: 0, host: "127.0.0.1" },
  });
}
