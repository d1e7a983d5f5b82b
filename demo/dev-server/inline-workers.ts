/**
 * Makes `?worker&inline` in the development server work as in the published package: one classic script, started from a `blob:`
 * URL. Vite itself inlines only when it builds; served as modules, each start of our worker is ninety requests, and Firefox keeps
 * the connection of one that was loading when its worker was ended: after some of them no worker ever starts.
 */
import { dirname, isAbsolute, resolve } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";
import { versionDefine } from "./version-define.js";

const QUERY = "?worker&inline";
/** Not written like the query: Vite's own plugin would handle it. */
const PREFIX = "\0inline-worker:";

/** Bundled anew whenever one of its files changes. */
export function inlineWorkers(): Plugin {
  return {
    name: "vision-dropzone:inline-workers",
    apply: "serve",
    enforce: "pre",
    // On the server, where the endpoint reads headers with our core, no worker ever starts.
    applyToEnvironment: ({ name }) => name === "client",
    resolveId(source, importer) {
      if (!source.endsWith(QUERY) || importer === undefined) return null;
      return PREFIX + resolve(dirname(importer), source.slice(0, -QUERY.length));
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const { code, moduleIds } = await bundle(id.slice(PREFIX.length));
      for (const file of moduleIds.filter((path) => isAbsolute(path))) this.addWatchFile(file);
      return [
        `const url = URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: "text/javascript" }));`,
        "export default function createWorker(options) { return new Worker(url, options); }",
      ].join("\n");
    },
  };
}

async function bundle(entry: string): Promise<Rolldown.OutputChunk> {
  const built = await build({
    configFile: false,
    define: versionDefine,
    logLevel: "warn",
    build: { write: false, target: "es2022", minify: false, lib: { entry, formats: ["iife"], name: "worker" } },
  });
  const [output] = [built].flat();
  if (!output || !("output" in output)) throw new Error(`${entry} was not built.`);
  return output.output[0];
}
