/** The demo, built for production, with its local endpoint. */
import { build, createServer, loadConfigFromFile, preview } from "vite";
import { cacheFolder, projectFolder } from "./cache.mjs";

export async function serveDemo() {
  const { config } = await loadConfigFromFile(
    { command: "build", mode: "production" },
    `${projectFolder}vite.config.ts`,
  );
  const { define, resolve, worker } = config;
  // What leaves workers to an app's bundler is for the library: here they are the demo's own.
  const plugins = config.plugins.flat().filter(({ name }) => name !== "workers-beside");
  const common = { configFile: false, root: projectFolder, logLevel: "error" };
  const outDir = cacheFolder("demo");
  const pages = ["index.html", "demo/scenes/shadcn/index.html"];
  const rolldownOptions = { input: pages.map((page) => projectFolder + page) };
  const options = { outDir, emptyOutDir: true, target: "es2022", rolldownOptions };
  await build({ ...common, plugins, define, resolve, worker, build: options });
  // The endpoint is TypeScript, and loads some of its files late.
  const loader = await createServer({ ...common, define, resolve, server: { middlewareMode: true, hmr: false } });
  const { createEndpoint } = await loader.ssrLoadModule("/demo/endpoint/handler.ts");
  const endpoint = {
    name: "endpoint",
    configurePreviewServer: ({ middlewares }) => void middlewares.use(createEndpoint()),
  };
  const server = await preview({
    ...common,
    plugins: [endpoint],
    build: { outDir },
    preview: { port: 0, host: "127.0.0.1" },
  });
  return {
    url: server.resolvedUrls.local[0],
    close: () => Promise.all([server.close(), loader.close()]),
  };
}
